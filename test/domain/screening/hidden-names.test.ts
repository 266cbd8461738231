import { describe, expect, it } from 'vitest';
import { listed, screenAgainst } from './listed.ts';

const screen = screenAgainst([
  listed('1', 'MADURO MOROS, Nicolas', {
    identifiers: [
      { kind: 'nationalId', value: '5892464' },
      { kind: 'imo', value: '9187629' },
    ],
  }),
  listed('2', 'MAJEED, Abdul'),
  listed('3', 'HIZBALLAH'),
]);
const outcomeOf = (name: string) => screen({ name }).outcome;

describe('a listed name', () => {
  it.each([
    ['behind forty signs', `Ann ${'! '.repeat(40)}Nicolas Maduro Moros`],
    ['behind a name of forty words', `${'abd allah '.repeat(20)}Nicolas Maduro Moros`],
    ['in a sea of bars', `${'| '.repeat(60)}Nicolas Maduro Moros`],
  ])('%s is never clear', (_how, name) => {
    expect(outcomeOf(name)).not.toBe('clear');
  });

  it.each([
    ['after a.k.a.', 'Ann Smith a.k.a. Nicolas Maduro Moros'],
    ['after aka', 'Ann Smith aka Nicolas Maduro Moros'],
    ['in brackets', 'Ann Smith (Nicolas Maduro Moros)'],
    ['in the eighth of eight brackets', '(Ann) (Bob) (Cid) (Dan) (Eve) (Fay) (Gus) (Nicolas Maduro Moros)'],
    ['in care of', 'Ann Smith c/o Nicolas Maduro Moros'],
    ['said twice', 'Hizballah Hizballah'],
    ['letter by letter', 'N I C O L A S Maduro Moros'],
    ['with a junior', 'Nicolas Maduro Moros Jr'],
    ['with accented look-alikes', 'Nicόlas Madurό Morόs'],
    ['with its servant first', 'Abdul Majeed'],
    ['with its servant last', 'Majeed Abdul'],
  ])('%s is found', (_how, name) => {
    expect(outcomeOf(name)).toBe('possibleMatch');
  });
});

describe('a name of nothing but initials', () => {
  it.each(['N M', 'A. B.', 'Z Z Z'])('%s finds nobody, so nobody is clear by it', (name) => {
    expect(screen({ name })).toMatchObject({ outcome: 'notScreened', because: 'nothingToCompare' });
  });
});

describe('a name of more words than are compared', () => {
  it('is refused, however short', () => {
    const name = 'Jane Nobody '.repeat(16);
    expect(name.length).toBeLessThan(400);
    expect(screen({ name })).toMatchObject({ outcome: 'notScreened', because: 'nameTooLong' });
  });
});

describe('a name that is read as very many letters', () => {
  it.each([
    ['Japanese units', '㌖'.repeat(400)],
    ['Hangul', '김'.repeat(400)],
  ])('%s is refused at once', (_what, name) => {
    expect(screen({ name })).toMatchObject({ outcome: 'notScreened', because: 'nameTooLong' });
  });
});

describe('an identifier', () => {
  it.each([
    ['IMO 9187629'],
    ['IMO9187629'],
    ['No. 5892464'],
    ['5892464 (Venezuela)'],
    ['٥٨٩٢٤٦٤'],
    ['589‑2464'],
  ])('written %s is the listed one', (value) => {
    expect(screen({ name: 'Jane Nobody', identifiers: [{ value }] }).outcome).toBe('possibleMatch');
  });
});
