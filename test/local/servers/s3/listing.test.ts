import fc from 'fast-check';
import { expect, it } from 'vitest';
import { behind, list, type Listing, type ListingFilter } from '../../../../local/servers/s3/listing.ts';

const seed = 20_260_101;

const keys = fc.uniqueArray(
  fc.string({ unit: fc.constantFrom('a', 'b', '/', '～', '😀'), maxLength: 6, minLength: 1 }),
);
const filters = fc.record({
  prefix: fc.constantFrom('', 'a', 'a/', '😀', 'b/a'),
  delimiter: fc.constantFrom(undefined, '/', 'ab'),
  maxKeys: fc.integer({ min: 1, max: 4 }),
});

it(`gives page by page what one sorted pass over all keys gives (seed ${seed})`, () => {
  fc.assert(
    fc.property(keys, filters, (some, filter) => {
      const sorted = some.toSorted(byBytes);
      expect(allPages(sorted, filter)).toEqual(onePass(sorted, filter));
    }),
    { seed, numRuns: 500 },
  );
});

it('goes on behind a common prefix, and just behind a key', () => {
  const filter: ListingFilter = { prefix: '', delimiter: '/', maxKeys: 1 };
  expect(behind('a/', filter)).toBe('a/\u{10FFFF}');
  expect(behind('a', filter)).toBe('a\0');
});

function allPages(sorted: readonly string[], filter: ListingFilter): string[] {
  const lines: string[] = [];
  for (let from: string | undefined = ''; from !== undefined;) {
    const page: Listing<{ key: string }> = list(filter, { from }, (place: { from: string }) => {
      const key = sorted.find((candidate) => byBytes(candidate, place.from) >= 0);
      return key === undefined ? undefined : { key };
    });
    const inPage = [...page.entries.map(({ key }) => key), ...page.commonPrefixes];
    expect(inPage.length).toBeLessThanOrEqual(filter.maxKeys);
    lines.push(...inPage.toSorted(byBytes));
    from = page.next?.from;
  }
  return lines;
}

function onePass(sorted: readonly string[], { prefix, delimiter }: ListingFilter): string[] {
  const lines = sorted
    .filter((key) => key.startsWith(prefix))
    .map((key) => {
      const at = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
      return at < 0 ? key : key.slice(0, at + (delimiter ?? '').length);
    });
  return [...new Set(lines)];
}

function byBytes(one: string, other: string): number {
  return Buffer.compare(Buffer.from(one), Buffer.from(other));
}
