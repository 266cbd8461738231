import { S3Error } from './s3-error.ts';

export interface Unchunked {
  readonly body: Buffer;
  /** Lower-case names, such as `x-amz-checksum-crc32`. */
  readonly trailers: Readonly<Record<string, string>>;
}

/** Takes the `aws-chunked` framing off: `<hex size>[;chunk-signature=…]\r\n<bytes>\r\n` …, `0\r\n`, trailers. */
export function unchunk(framed: Buffer): Unchunked {
  const chunks: Buffer[] = [];
  for (let position = 0; ;) {
    const lineEnd = framed.indexOf('\r\n', position);
    const size = lineEnd < 0 ? Number.NaN : parseInt(framed.toString('latin1', position, lineEnd), 16);
    if (Number.isNaN(size)) throw incomplete(`no chunk header at byte ${position}`);
    const start = lineEnd + 2;
    if (size === 0) return { body: Buffer.concat(chunks), trailers: readTrailers(framed.subarray(start)) };
    if (start + size > framed.length) throw incomplete(`the chunk at byte ${position} is cut off`);
    chunks.push(framed.subarray(start, start + size));
    position = start + size + 2;
  }
}

function readTrailers(tail: Buffer): Record<string, string> {
  const trailers: Record<string, string> = {};
  for (const line of tail.toString('latin1').split('\r\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) trailers[line.slice(0, colon).toLowerCase()] = line.slice(colon + 1).trim();
  }
  return trailers;
}

function incomplete(found: string): S3Error {
  return new S3Error(400, 'IncompleteBody', `The aws-chunked body is not complete: ${found}`);
}
