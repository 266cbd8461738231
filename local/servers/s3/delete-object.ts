import type { Bucket } from './bucket-store.ts';
import { emptyAnswer, xmlAnswer } from './answers.ts';
import { checkWriteConditions } from './conditions.ts';
import { refuseRemovalOfLocked } from './object-lock.ts';
import { readPayload } from './payload.ts';
import { bypassesGovernance, demandOnObject } from './permissions.ts';
import type { S3, S3Call, S3Operation } from './s3-call.ts';
import { S3Error } from './s3-error.ts';
import { asS3Error } from './s3-failure.ts';
import { storeDeleteMarker } from './store-version.ts';
import { childrenNamed, readXml, textAt, type XmlElement } from './xml-reader.ts';

interface Deletion {
  /** The version that was removed, or the delete marker that was made. */
  readonly versionId?: string;
  readonly kind: 'removed' | 'markerRemoved' | 'markerMade' | 'nothing';
}

// API reference, DeleteObjects.
const mostKeysPerRequest = 1000;

export const deleteObject: S3Operation = (s3, call) => {
  const bucket = s3.buckets.require(call.bucket);
  const versionId = call.query.get('versionId') ?? undefined;
  demandDelete(s3, call, call.key, versionId);
  if (call.headers['if-match'] !== undefined) {
    checkWriteConditions(call.headers, call.key, s3.versions.latest(bucket.name, call.key));
  }
  const deletion = deleteOne(s3, call, bucket, call.key, versionId);
  const concernsMarker = deletion.kind === 'markerMade' || deletion.kind === 'markerRemoved';
  return emptyAnswer(204, {
    ...(deletion.versionId ? { 'x-amz-version-id': deletion.versionId } : {}),
    ...(concernsMarker ? { 'x-amz-delete-marker': 'true' } : {}),
  });
};

export const deleteObjects: S3Operation = (s3, call) => {
  const bucket = s3.buckets.require(call.bucket);
  const request = readXml(readPayload(call).body);
  const objects = childrenNamed(request, 'Object');
  if (objects.length === 0 || objects.length > mostKeysPerRequest) {
    throw new S3Error(
      400,
      'MalformedXML',
      `DeleteObjects takes 1 to ${mostKeysPerRequest} keys, found ${objects.length}`,
    );
  }
  const results = objects.map((object) => deleteEntry(s3, call, bucket, object));
  const isQuiet = textAt(request, 'Quiet') === 'true';
  return xmlAnswer('DeleteResult', {
    Deleted: isQuiet ? [] : results.flatMap((result) => ('deleted' in result ? [result.deleted] : [])),
    Error: results.flatMap((result) => ('error' in result ? [result.error] : [])),
  });
};

function deleteEntry(s3: S3, call: S3Call, bucket: Bucket, object: XmlElement) {
  const key = textAt(object, 'Key') ?? '';
  const versionId = textAt(object, 'VersionId');
  try {
    demandDelete(s3, call, key, versionId);
    const deletion = deleteOne(s3, call, bucket, key, versionId);
    return {
      deleted: {
        Key: key,
        VersionId: versionId,
        DeleteMarker: deletion.kind === 'markerMade' || deletion.kind === 'markerRemoved' ? true : undefined,
        DeleteMarkerVersionId: deletion.kind === 'markerMade' ? deletion.versionId : undefined,
      },
    };
  } catch (error) {
    const { code, message } = asS3Error(error);
    return { error: { Key: key, VersionId: versionId, Code: code, Message: message } };
  }
}

function demandDelete(s3: S3, call: S3Call, key: string, versionId: string | undefined): void {
  demandOnObject(s3, call, versionId === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion', key);
}

/** A named version goes for good, unless it is locked; without a name, a versioned bucket only marks the key deleted. */
function deleteOne(
  s3: S3,
  call: S3Call,
  bucket: Bucket,
  key: string,
  versionId: string | undefined,
): Deletion {
  if (versionId === undefined && bucket.versioning !== undefined) {
    return { kind: 'markerMade', versionId: storeDeleteMarker(s3, bucket, key).versionId };
  }
  const version = s3.versions.find(bucket.name, key, versionId ?? 'null');
  if (version) {
    refuseRemovalOfLocked(version.details, s3.clock.now(), bypassesGovernance(s3, call, key));
    s3.versions.remove(version);
  }
  return {
    kind: version?.isDeleteMarker ? 'markerRemoved' : version ? 'removed' : 'nothing',
    ...(versionId === undefined ? {} : { versionId }),
  };
}
