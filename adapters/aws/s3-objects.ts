import { GetObjectCommand, NoSuchKey, S3ServiceException, type S3Client } from '@aws-sdk/client-s3';

/** The bytes of one object; null when it is not there, which S3 says only to who may list the bucket. */
export async function objectBytes(s3: S3Client, bucket: string, key: string): Promise<Uint8Array | null> {
  try {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return (await Body?.transformToByteArray()) ?? new Uint8Array();
  } catch (error) {
    if (error instanceof NoSuchKey) return null;
    throw error;
  }
}

/** The same of an object that holds UTF-8. */
export async function objectText(s3: S3Client, bucket: string, key: string): Promise<string | null> {
  const bytes = await objectBytes(s3, bucket, key);
  return bytes && new TextDecoder().decode(bytes);
}

/** A write with `IfNoneMatch` came second. A write under way (409) is no such answer. */
export function isThereAlready(error: unknown): boolean {
  return error instanceof S3ServiceException && error.name === 'PreconditionFailed';
}
