import { describe, expect, it } from 'vitest';
import { headquartersFlag } from '../../../domain/diligence/headquarters-flag.ts';
import { redFlags, type RedFlagAnswer } from '../../../domain/diligence/red-flags.ts';
import { subdivisions } from '../places/shipped-subdivisions.ts';
import { shippedPack } from '../policy/shipped-packs.ts';

const pack = shippedPack('us-bis-d5-diligence');
if (pack.kind !== 'diligence') throw new Error('expected the diligence pack');

const flag = (headquarters: string | null, ultimateParent: string | null) =>
  headquartersFlag({ headquarters, ultimateParent }, pack, subdivisions).isFlagged;

describe('the flag for headquarters and parent (R-44)', () => {
  it.each([
    ['CN', 'CN', true],
    ['SG', 'CN', true],
    ['MO', 'MO', true],
    ['SG', 'HK', true],
    ['DE', 'FR', false],
    ['DE', null, null],
    [null, null, null],
    ['ET', 'DE', null],
    ['KH', 'CY', false],
  ])('headquarters %s, parent %s: %s', (headquarters, parent, expected) => {
    expect(flag(headquarters, parent)).toBe(expected);
  });

  it('names the limb, the list and its doubt', () => {
    const { limbs } = headquartersFlag({ headquarters: 'DE', ultimateParent: 'AF' }, pack, subdivisions);
    expect(limbs[1]).toMatchObject({ holds: true, reasons: [{ list: 'bis-country-group-d5', code: 'AF' }] });
    expect(limbs[1]?.reasons[0]?.note).toContain('the table itself was not read');
  });
});

describe('the red flags (R-44)', () => {
  const raised = (answers: Record<string, RedFlagAnswer>) =>
    redFlags(answers, pack)
      .filter(({ isRaised }) => isRaised)
      .map(({ question }) => question);

  it('are raised by the answer that each question names', () => {
    expect(raised({ endUse: 'no', militaryIntelligence: 'yes', fitsBusiness: 'yes' })).toEqual([
      'endUse',
      'militaryIntelligence',
    ]);
  });

  it('are open where nobody answered or it is not known: that is never no flag', () => {
    const open = redFlags({ endUse: 'notKnown' }, pack).map(({ isRaised }) => isRaised);
    expect(new Set(open)).toEqual(new Set([null]));
  });

  it('refuse an answer to a question that is not asked', () => {
    expect(() => redFlags({ shoeSize: 'yes' }, pack)).toThrow(
      'answer shoeSize: expected the id of a question',
    );
  });
});
