import type { S3Operation } from './s3-call.ts';
import { emptyAnswer, versionHeader, xmlAnswer } from './answers.ts';
import { readPayload } from './payload.ts';
import { demandOnObject } from './permissions.ts';
import { requireVersion } from './find-version.ts';
import { childrenNamed, find, readXml, textAt } from './xml-reader.ts';

/** Reads the `x-amz-tagging` header, which is written like a query. */
export function readTaggingHeader(header: string | undefined): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(header ?? ''));
}

export const getObjectTagging: S3Operation = (s3, call) => {
  demandOnObject(
    s3,
    call,
    call.query.has('versionId') ? 's3:GetObjectVersionTagging' : 's3:GetObjectTagging',
  );
  const { bucket, version } = requireVersion(s3, call);
  const tags = Object.entries(version.details.tags).map(([Key, Value]) => ({ Key, Value }));
  return xmlAnswer('Tagging', { TagSet: { Tag: tags } }, versionHeader(bucket, version.versionId));
};

export const putObjectTagging: S3Operation = (s3, call) => {
  demandOnObject(
    s3,
    call,
    call.query.has('versionId') ? 's3:PutObjectVersionTagging' : 's3:PutObjectTagging',
  );
  const { bucket, version } = requireVersion(s3, call);
  const set = childrenNamed(find(readXml(readPayload(call).body), 'TagSet'), 'Tag');
  const tags = Object.fromEntries(set.map((tag) => [textAt(tag, 'Key') ?? '', textAt(tag, 'Value') ?? '']));
  s3.versions.replaceDetails(version, { ...version.details, tags });
  return emptyAnswer(200, versionHeader(bucket, version.versionId));
};

export const deleteObjectTagging: S3Operation = (s3, call) => {
  demandOnObject(
    s3,
    call,
    call.query.has('versionId') ? 's3:DeleteObjectVersionTagging' : 's3:DeleteObjectTagging',
  );
  const { bucket, version } = requireVersion(s3, call);
  s3.versions.replaceDetails(version, { ...version.details, tags: {} });
  return emptyAnswer(204, versionHeader(bucket, version.versionId));
};
