import { describe, expect, it } from 'vitest';
import { readOfacSet } from '../../../domain/lists/read-ofac-set.ts';
import { compiledScreener } from '../../support/compiled-screener.ts';
import { julySet } from '../lists/sample-lists.ts';
import { shippedThreshold } from '../../support/shipped-threshold.ts';

const { entries, summary } = readOfacSet(julySet(), { publishedOn: '2021-07-07' });
const screener = compiledScreener(entries, summary.digest, { threshold: shippedThreshold });

function finds(entryId: string, name: string): boolean {
  const screening = screener.screen({ name });
  return (
    screening.outcome === 'possibleMatch' && screening.matches.some((match) => match.entryId === entryId)
  );
}

/** Every 17th party: enough to meet each kind and alphabet of oddity in well under a second. */
const sample = entries.filter((_, index) => index % 17 === 0);

describe('the list of July 2021', () => {
  it('gives back each party by each of its own strong names', () => {
    const lost = sample.flatMap(({ entryId, names }) =>
      names
        .filter(({ text, quality }) => quality === 'strong' && !finds(entryId, text))
        .map(({ text }) => text),
    );
    expect(lost).toEqual([]);
  });

  it('gives back each individual when the names are turned round and the comma is left out', () => {
    const lost = sample
      .filter(({ kind }) => kind === 'individual')
      .flatMap(({ entryId, names }) => {
        const turned = (names[0]?.text ?? '').split(', ').reverse().join(' ');
        return finds(entryId, turned) ? [] : [turned];
      });
    expect(lost).toEqual([]);
  });

  it('gives back every party of each wallet, of which some are shared', () => {
    const wallets = entries.flatMap(({ entryId, identifiers }) =>
      identifiers.filter(({ kind }) => kind === 'wallet').map(({ value }) => ({ entryId, value })),
    );
    expect(wallets.length).toBeGreaterThan(90);
    for (const { entryId, value } of wallets) {
      const screening = screener.screen({ name: 'Jane Nobody', identifiers: [{ kind: 'wallet', value }] });
      const found = screening.outcome === 'possibleMatch' ? screening.matches : [];
      expect(found.map((match) => match.entryId)).toContain(entryId);
    }
  });

  it('calls ordinary names clear', () => {
    const names = ['Ingeborg Abrahamsen', 'Kathryn Barr', "Denis Antony O'Neill", 'Northwind Bakery Ltd'];
    expect(names.map((name) => screener.screen({ name }).outcome)).toEqual(Array(4).fill('clear'));
  });
});

describe('an odd name is like few of the parties listed in July 2021', () => {
  const few = 25;
  it.each([
    ...['constructor', '__proto__', 'toString', 'hasOwnProperty valueOf', 'null undefined'],
    ...['a'.repeat(400), 'mohammed'.repeat(50), 'ali '.repeat(30), 'a b c d e f g h i j k l m n o p'],
    ...['😀 Petrov 🎉', '\u202eFlorian\u202c \u200fKowalewski', '1234567890', '12 34 56', '7 7', 'II', 'xx'],
    ...['LLC', 'Limited Liability Company', 'Co. Ltd.', 'de la', 'al', 'bin', 'Mr Dr', 'Company', 'Trading'],
    ...['\ufdfa\ufdfb', '\ud800 \udfff', 'ａｌ－ｂ', "' OR 1=1 --", '<b>x</b>'],
  ])('%j', (name) => {
    const screening = screener.screen({ name });
    const matches = screening.outcome === 'possibleMatch' ? screening.matches : [];
    expect(matches.length).toBeLessThan(few);
  });

  it.each([
    ['nameTooLong', 'a'.repeat(401)],
    ['nameTooLong', 'ali '.repeat(31)],
    ['nothingToCompare', 'x'],
    ['nothingToCompare', '7'],
    ['nothingToCompare', '\u200f\u202e'],
  ])('or not screened: %s', (because, name) => {
    expect(screener.screen({ name })).toMatchObject({ outcome: 'notScreened', because });
  });
});
