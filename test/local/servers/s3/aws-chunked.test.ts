import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unchunk } from '../../../../local/servers/s3/aws-chunked.ts';

const seed = 20_260_102;

describe('the aws-chunked framing', () => {
  it(`comes off whatever the chunks, signatures and bytes are (seed ${seed})`, () => {
    const chunks = fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { maxLength: 6 });
    fc.assert(
      fc.property(chunks, fc.boolean(), (parts, isSigned) => {
        const extension = isSigned ? ';chunk-signature=00ff' : '';
        const framed = parts.flatMap((part) => [
          Buffer.from(`${part.length.toString(16)}${extension}\r\n`),
          Buffer.from(part),
          Buffer.from('\r\n'),
        ]);
        const end = Buffer.from(`0${extension}\r\nX-Amz-Checksum-Crc32:AAAA\r\n\r\n`);
        const { body, trailers } = unchunk(Buffer.concat([...framed, end]));
        expect(body).toEqual(Buffer.concat(parts));
        expect(trailers).toEqual({ 'x-amz-checksum-crc32': 'AAAA' });
      }),
      { seed },
    );
  });

  it.each(['', '5\r\nabc', 'zz\r\n', '3\r\nabc\r\n'])('is refused when it is cut off: %j', (framed) => {
    expect(() => unchunk(Buffer.from(framed))).toThrow('not complete');
  });
});
