import { ServiceError } from '../service-error.ts';
import type { S3, S3Call } from './s3-call.ts';

export function bucketArn(bucket: string): string {
  return `arn:aws:s3:::${bucket}`;
}

export function objectArn(bucket: string, key: string): string {
  return `${bucketArn(bucket)}/${key}`;
}

export function demandOnBucket(
  s3: S3,
  call: S3Call,
  action: string,
  context: Readonly<Record<string, string>> = {},
): void {
  s3.access.demand(call.caller, action, bucketArn(call.bucket), context);
}

export function demandOnObject(s3: S3, call: S3Call, action: string, key = call.key): void {
  s3.access.demand(call.caller, action, objectArn(call.bucket, key));
}

/** Whether the caller may learn which keys exist: without it S3 answers 403 where it would answer 404. */
export function maySeeKeys(s3: S3, call: S3Call, bucket: string): boolean {
  try {
    s3.access.demand(call.caller, 's3:ListBucket', bucketArn(bucket));
    return true;
  } catch (error) {
    if (error instanceof ServiceError) return false;
    throw error;
  }
}

/** Whether the request asks to pass over GOVERNANCE; asking needs the grant. */
export function bypassesGovernance(s3: S3, call: S3Call, key = call.key): boolean {
  if (call.headers['x-amz-bypass-governance-retention'] !== 'true') return false;
  demandOnObject(s3, call, 's3:BypassGovernanceRetention', key);
  return true;
}
