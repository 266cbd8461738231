import { randomUUID } from 'node:crypto';
import type { ServiceResponse } from '../service.ts';
import { ServiceError } from '../service-error.ts';
import { S3Error, accessDenied } from './s3-error.ts';
import { xmlError } from './xml-writer.ts';

/** Access control speaks of `AccessDeniedException`, as the JSON protocols do; S3 says `AccessDenied`, always with 403. */
export function asS3Error(error: unknown): S3Error {
  if (error instanceof S3Error) return error;
  if (error instanceof ServiceError) return accessDenied(error.message);
  throw error;
}

export function failure(error: unknown): ServiceResponse {
  const { status, code, message, headers } = asS3Error(error);
  return {
    status,
    headers: { 'content-type': 'application/xml', ...headers },
    body: xmlError({ Code: code, Message: message, RequestId: randomUUID() }),
  };
}
