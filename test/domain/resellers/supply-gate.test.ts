import { describe, expect, it } from 'vitest';
import { Reseller } from '../../../domain/resellers/reseller.ts';
import { supplyGate } from '../../../domain/resellers/supply-gate.ts';
import { shippedPack } from '../policy/shipped-packs.ts';

const pack = shippedPack('us-iaas-nprm-2024');
const yearly = pack.kind === 'identification' ? pack.deadlines.find(({ id }) => id === 'DL-08') : undefined;
if (!yearly) throw new Error('expected DL-08');

const review = { outcome: 'accepted', by: 'alice', confirmedBy: 'bob', on: '2026-01-05' };
const programme = { kind: 'copy', version: '1', receivedOn: '2026-01-01', sha256: 'a'.repeat(64), review };
const sound = {
  ...{
    id: 'r1',
    account: 'acct_1',
    personStatus: 'foreign',
    programme,
    openCases: [],
    aiReportingEfforts: true,
  },
  certifications: [{ on: '2026-02-01', submission: 's1', sha256: 'b'.repeat(64) }],
};
const gate = (differing: object = {}, today = '2026-11-23') =>
  supplyGate(Reseller.parse({ ...sound, ...differing }), yearly, today);

describe('the supply gate (R-19, RES-05)', () => {
  it('opens to a foreign reseller of which every limb is known to hold', () => {
    expect(gate()).toMatchObject({ isOpen: true, unknown: [] });
  });

  it.each([
    ['a programme nobody has reviewed', { programme: { ...programme, review: null } }, ['programme']],
    ['efforts nobody has found out about', { aiReportingEfforts: null }, ['aiReporting']],
    ['no certification yet', { certifications: [] }, ['certification']],
  ])('stays shut on what is not known: %s', (_name, differing, unknown) => {
    expect(gate(differing)).toMatchObject({ isOpen: false, unknown });
  });

  it.each([
    ['no programme', { programme: null }],
    ['a rejected programme', { programme: { ...programme, review: { ...review, outcome: 'rejected' } } }],
    ['an open case', { openCases: ['c1'] }],
    ['no efforts', { aiReportingEfforts: false }],
  ])('is shut by %s', (_name, differing) => {
    expect(gate(differing)).toMatchObject({ isOpen: false, unknown: [] });
  });

  it('shuts the day after a certification is a year old', () => {
    expect(gate({}, '2027-02-01').isOpen).toBe(true);
    expect(gate({}, '2027-02-02').isOpen).toBe(false);
  });

  it('asks a US reseller for nothing, and one of unknown status for what it asks a foreign one', () => {
    expect(gate({ personStatus: 'us', programme: null })).toMatchObject({ isOpen: true, limbs: [] });
    expect(gate({ personStatus: 'undetermined', programme: null }).isOpen).toBe(false);
  });

  it('takes an agreement to run the provider’s programme for one of its own', () => {
    const { version, sha256 } = programme;
    expect(
      gate({ programme: { kind: 'adoption', version, signedOn: '2026-01-01', sha256, review } }).isOpen,
    ).toBe(true);
  });

  it('knows no review that one person made alone', () => {
    const alone = { ...sound, programme: { ...programme, review: { ...review, confirmedBy: 'alice' } } };
    expect(Reseller.safeParse(alone).success).toBe(false);
  });
});
