import { S3Error } from './s3-error.ts';

export interface ByteRange {
  readonly start: number;
  readonly length: number;
}

/**
 * Reads a `Range` header over an object of `size` bytes. Anything but one single range gives the whole object,
 * as RFC 9110 section 14.2 allows and S3 does.
 *
 * @throws S3Error `InvalidRange` (416) when the range lies behind the end
 */
export function byteRange(header: string | undefined, size: number): ByteRange | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  const [, first = '', last = ''] = match;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (start >= size || end < start) {
    throw new S3Error(
      416,
      'InvalidRange',
      `The requested range ${match[0]} is not satisfiable: the object has ${size} bytes`,
      {
        'content-range': `bytes */${size}`,
      },
    );
  }
  return { start, length: end - start + 1 };
}
