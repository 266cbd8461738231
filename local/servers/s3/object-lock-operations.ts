import { emptyAnswer, xmlAnswer } from './answers.ts';
import { requireVersion, type FoundVersion } from './find-version.ts';
import { readLegalHold, readRetention, refuseWeakerRetention } from './object-lock.ts';
import { readPayload } from './payload.ts';
import { bypassesGovernance, demandOnObject } from './permissions.ts';
import type { S3, S3Call, S3Operation } from './s3-call.ts';
import { S3Error, invalidRequest } from './s3-error.ts';
import { readXml, textAt } from './xml-reader.ts';

export const getObjectRetention: S3Operation = (s3, call) => {
  demandOnObject(s3, call, 's3:GetObjectRetention');
  const { retention } = requireLockable(s3, call).version.details;
  if (!retention) throw noLockConfiguration();
  return xmlAnswer('Retention', {
    Mode: retention.mode,
    RetainUntilDate: new Date(retention.until).toISOString(),
  });
};

export const putObjectRetention: S3Operation = (s3, call) => {
  demandOnObject(s3, call, 's3:PutObjectRetention');
  const { version } = requireLockable(s3, call);
  const request = readXml(readPayload(call).body);
  const now = s3.clock.now();
  const retention = readRetention(textAt(request, 'Mode'), textAt(request, 'RetainUntilDate'), now);
  refuseWeakerRetention(version.details.retention, retention, now, bypassesGovernance(s3, call));
  s3.versions.replaceDetails(version, { ...version.details, retention });
  return emptyAnswer();
};

export const getObjectLegalHold: S3Operation = (s3, call) => {
  demandOnObject(s3, call, 's3:GetObjectLegalHold');
  const { legalHold } = requireLockable(s3, call).version.details;
  if (!legalHold) throw noLockConfiguration();
  return xmlAnswer('LegalHold', { Status: legalHold });
};

export const putObjectLegalHold: S3Operation = (s3, call) => {
  demandOnObject(s3, call, 's3:PutObjectLegalHold');
  const { version } = requireLockable(s3, call);
  const legalHold = readLegalHold(textAt(readXml(readPayload(call).body), 'Status'));
  s3.versions.replaceDetails(version, { ...version.details, legalHold });
  return emptyAnswer();
};

function requireLockable(s3: S3, call: S3Call): FoundVersion {
  const found = requireVersion(s3, call);
  if (!found.bucket.hasObjectLock) throw invalidRequest('Bucket is missing Object Lock Configuration');
  return found;
}

function noLockConfiguration(): S3Error {
  return new S3Error(
    404,
    'NoSuchObjectLockConfiguration',
    'The specified object does not have a ObjectLock configuration',
  );
}
