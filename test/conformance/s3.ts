import type { Check } from './check.ts';
import { bucketChecks } from './s3/buckets.ts';
import { listingChecks } from './s3/listing.ts';
import { multipartChecks } from './s3/multipart.ts';
import { objectLockChecks } from './s3/object-lock.ts';
import { objectChecks } from './s3/objects.ts';
import { versionChecks } from './s3/versions.ts';

export const s3Checks: readonly Check[] = [
  ...bucketChecks,
  ...objectChecks,
  ...listingChecks,
  ...versionChecks,
  ...objectLockChecks,
  ...multipartChecks,
];
