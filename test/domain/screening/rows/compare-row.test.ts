import { describe, expect, it } from 'vitest';
import { rowComparer } from '../../../../domain/screening/rows/compare-row.ts';
import type { ScreenedParty } from '../../../../domain/screening/rows/screened-party.ts';

const compareRow = rowComparer(() => 1);
const compared = (left: ScreenedParty, right: ScreenedParty) =>
  compareRow({ id: 'a', left, right }, () => undefined);
const codes = (left: ScreenedParty, right: ScreenedParty) => {
  const row = compared(left, right);
  return 'reasons' in row ? row.reasons.map(({ code }) => code) : [];
};

const name = 'Sergey Petrov';

describe('a comparison', () => {
  it('has reasons that add up to its score, and OFAC’s score beside it', () => {
    const row = compared({ name }, { name: 'PETROV, Sergei' });
    const points = 'reasons' in row ? row.reasons.reduce((sum, reason) => sum + reason.points, 0) : 0;
    expect(row).toMatchObject({ id: 'a', ofacScore: expect.any(Number) as number });
    expect(row).toHaveProperty('score', Number(points.toFixed(4)));
    expect(row).not.toHaveProperty('because');
  });

  it.each([
    ['1961', '1961-05-03', 'Agrees'],
    ['1961-05-03', '1961', 'Agrees'],
    ['1961-05', '1961-05-31', 'Agrees'],
    ['1961-05-31', '1961-05', 'Agrees'],
    ['1961-06', '1961-05-31', 'Differs'],
    ['1960', '1961-05', 'Differs'],
  ])('takes %s and %s as far as both are known: %s', (one, other, verdict) => {
    expect(codes({ name, birthDate: one }, { name, birthDate: other })).toContainEqual(
      expect.stringMatching(new RegExp(`^birth\\w+${verdict}$`)),
    );
  });

  it.each([
    ['nameMissing', {}],
    ['nothingToCompare', { name: '😀' }],
    ['nameTooLong', { name: 'Jane '.repeat(100) }],
  ])('says %s where its 0 says nothing', (because, left) => {
    expect(compared(left, { name })).toMatchObject({ score: 0, because });
    expect(compared({ name }, left)).toMatchObject({ score: 0, because });
  });

  it('of names that are merely different has no such reason', () => {
    expect(compared({ name }, { name: 'Wholly Different' })).not.toHaveProperty('because');
  });

  it('finds an identifier in common though no name is given, and has no score of OFAC’s then', () => {
    const party = { identifiers: [{ kind: 'passport', value: '4005504207' }] };
    expect(compared(party, party)).toMatchObject({ score: 1, ofacScore: null });
  });
});
