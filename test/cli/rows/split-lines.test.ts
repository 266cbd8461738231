import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inStep } from '../../../cli/rows/in-step.ts';
import { splitLines, type Line } from '../../../cli/rows/split-lines.ts';

const seed = 20261123;

function pieces(bytes: Buffer, sizes: readonly number[]): AsyncIterable<Buffer> {
  return Readable.from(cut(bytes, sizes));
}

function* cut(bytes: Buffer, sizes: readonly number[]): Generator<Buffer> {
  let at = 0;
  for (const size of [...sizes, bytes.length]) {
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

async function linesOf(text: string | Buffer, ...sizes: number[]): Promise<Line[]> {
  const lines: Line[] = [];
  for await (const some of splitLines(pieces(Buffer.from(text), sizes))) lines.push(...some);
  return lines;
}

describe('the lines of a file', () => {
  it('are counted from 1 with the empty ones, which are left out', async () => {
    expect(await linesOf('a\r\n\n  \nb')).toEqual([
      { number: 1, text: 'a' },
      { number: 4, text: 'b' },
    ]);
  });

  it('are the same however the bytes arrive', async () => {
    const texts = fc.array(fc.constantFrom('', 'a', 'Žižka', '😀', '\u202Eab', '{"id":1}'));
    await fc.assert(
      fc.asyncProperty(texts, fc.array(fc.integer({ min: 0, max: 7 })), async (lines, sizes) => {
        const expected = lines.flatMap((text, place) => (text === '' ? [] : [{ number: place + 1, text }]));
        expect(await linesOf(lines.join('\n'), ...sizes)).toEqual(expected);
      }),
      { seed, numRuns: 200 },
    );
  });

  it('lose a byte order mark', async () => {
    expect(await linesOf('\uFEFF{}')).toEqual([{ number: 1, text: '{}' }]);
  });

  it('that are not UTF-8 say so, and so do those of more than a mebibyte', async () => {
    const long = Buffer.alloc(1024 * 1024 + 1, 'x');
    const bytes = Buffer.concat([Buffer.from([0xff, 10]), long, Buffer.from('\nlast')]);
    expect(await linesOf(bytes, 100_000, 1_000_000)).toEqual([
      { number: 1, fault: 'must be UTF-8' },
      { number: 2, fault: 'must have at most 1048576 bytes, and has 1048577' },
      { number: 3, text: 'last' },
    ]);
  });
});

describe('two files in step', () => {
  it('give each line its partner, and null where there is none', async () => {
    const pairs = [];
    const [one, other] = [Buffer.from('a\n\nb\nc'), Buffer.from('1\n2')];
    for await (const some of inStep(splitLines(pieces(one, [1, 2])), splitLines(pieces(other, [])))) {
      pairs.push(...some.map((pair) => pair.map((line) => (line && 'text' in line ? line.text : null))));
    }
    expect(pairs).toEqual([
      ['a', '1'],
      ['b', '2'],
      ['c', null],
    ]);
  });
});
