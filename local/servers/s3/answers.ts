import type { ServiceResponse } from '../service.ts';
import { xmlDocument, type XmlFields } from './xml-writer.ts';

export function emptyAnswer(status = 200, headers: Readonly<Record<string, string>> = {}): ServiceResponse {
  return { status, headers, body: '' };
}

export function xmlAnswer(
  root: string,
  content: XmlFields,
  headers: Readonly<Record<string, string>> = {},
): ServiceResponse {
  return {
    status: 200,
    headers: { 'content-type': 'application/xml', ...headers },
    body: xmlDocument(root, content),
  };
}

/** `x-amz-version-id`, which only a bucket that is or was versioned sends. */
export function versionHeader(
  bucket: { readonly versioning: string | undefined },
  versionId: string,
): Record<string, string> {
  return bucket.versioning === undefined ? {} : { 'x-amz-version-id': versionId };
}
