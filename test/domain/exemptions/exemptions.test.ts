import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeterrenceProgramme, programmeGaps } from '../../../domain/exemptions/deterrence-programme.ts';
import { dutiesOff, isAiReporting } from '../../../domain/exemptions/duties-off.ts';
import { Exemption } from '../../../domain/exemptions/exemption.ts';
import { readPolicyPack } from '../../../domain/policy/read-policy-pack.ts';
import { shippedPack, shippedText } from '../policy/shipped-packs.ts';

const seed = 7306;
const pack = shippedPack('us-iaas-nprm-2024');
if (pack.kind !== 'identification') throw new Error('expected the identification pack');
const exemptible = pack.exemption.rows;
const sha256 = 'a'.repeat(64);

const exemption = (differing: object = {}) =>
  Exemption.parse({
    ...{ id: 'ex1', standing: 'exercise', scope: { kind: 'provider' }, from: '2026-01-01', until: null },
    ...{ revokedOn: null, document: { title: 'An exercise', sha256 }, deviations: [] },
    ...differing,
  });
const off = (
  scope: object,
  subject: { accountType: string | null; reseller: string | null },
  today = '2026-06-01',
) => dutiesOff(subject, [exemption({ scope })], exemptible, today);
const anybody = { accountType: null, reseller: null };

describe('an exemption (R-30)', () => {
  it('of the provider turns the rows of the pack off for everybody', () => {
    expect(off({ kind: 'provider' }, anybody)).toEqual({ rows: exemptible, because: ['ex1'] });
  });

  it('of kinds of account or resellers reaches these, and nobody of whom it is not known', () => {
    const types = { kind: 'accountTypes', accountTypes: ['edge'] };
    expect(off(types, { accountType: 'edge', reseller: null }).rows).toEqual(exemptible);
    expect(off(types, { accountType: 'gpu', reseller: null }).rows).toEqual([]);
    expect(off(types, anybody).rows).toEqual([]);
    const resellers = { kind: 'resellers', resellers: ['r1'] };
    expect(off(resellers, { accountType: null, reseller: 'r1' }).because).toEqual(['ex1']);
    expect(off(resellers, anybody).rows).toEqual([]);
  });

  it('holds from its first day to its last, and not from the day it is revoked', () => {
    const ended = exemption({ until: '2026-12-31', revokedOn: '2026-07-01' });
    const isOff = (today: string) => dutiesOff(anybody, [ended], exemptible, today).rows.length > 0;
    expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map(isOff)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it(`never turns a report on AI training off, whatever it is told (seed ${seed})`, () => {
    const rows = fc.array(
      fc.integer({ min: 1, max: 44 }).map((number) => `R-${String(number).padStart(2, '0')}`),
    );
    fc.assert(
      fc.property(rows, (asked) => {
        const { rows: turnedOff } = dutiesOff(anybody, [exemption()], asked, '2026-06-01');
        expect(
          turnedOff.filter((row) => Number(row.slice(2)) >= 33 && Number(row.slice(2)) <= 40),
          `seed ${seed}`,
        ).toEqual([]);
      }),
      { seed },
    );
    expect(
      isAiReporting('R-33') && isAiReporting('R-40') && !isAiReporting('R-32') && !isAiReporting('R-41'),
    ).toBe(true);
  });

  it('leaves screening, diligence and special measures on', () => {
    expect(exemptible.filter((row) => ['R-18', 'R-31', 'R-44'].includes(row))).toEqual([]);
  });

  it('cannot be given by a pack that exempts from what the table does not know', () => {
    const lying = shippedText('us-iaas-nprm-2024').replace('"R-05", ', '"R-36", ');
    expect(() => readPolicyPack(lying, 'pack.json')).toThrow('/exemption/rows/0');
  });
});

describe('the workspace of a deterrence programme (R-29)', () => {
  const clauses = pack.rules.map(({ id }) => id).filter((id) => /^ADP-(?:0\d|10)$/.test(id));
  const approval = { by: 'alice', confirmedBy: 'bob', on: '2026-01-01' };
  const element = (clause: string) => ({
    clause,
    text: 'x',
    holder: 'h',
    proofs: [{ title: 't', sha256, on: '2026-01-01' }],
    approval,
  });
  const whole = {
    ...{ id: 'adp', version: '1.0.0', elements: clauses.map(element), redFlags: [{ id: 'rf1', text: 'x' }] },
    detections: [
      {
        id: 'd1',
        flag: 'rf1',
        detectedAt: '2026-01-01T00:00:00Z',
        response: { text: 'x', at: '2026-01-02T00:00:00Z' },
      },
    ],
  };
  const gaps = (differing: object) =>
    programmeGaps(DeterrenceProgramme.parse({ ...whole, ...differing }), clauses);

  it('has ADP-01 to ADP-10, and no gaps once each is proven and approved by two', () => {
    expect(clauses).toHaveLength(10);
    expect(gaps({})).toEqual([]);
  });

  it('names each clause with what it lacks', () => {
    const [first, second, third, ...others] = whole.elements;
    const elements = [
      { ...first, proofs: [] },
      { ...second, approval: { ...approval, confirmedBy: 'alice' } },
      ...others,
    ];
    expect(third?.clause).toBe('ADP-03');
    expect(gaps({ elements })).toEqual([
      { clause: 'ADP-01', missing: 'proof' },
      { clause: 'ADP-02', missing: 'secondPerson' },
      { clause: 'ADP-03', missing: 'element' },
    ]);
  });

  it('is not whole while a red flag waits for a response, or none is catalogued', () => {
    const [detection] = whole.detections;
    expect(gaps({ detections: [{ ...detection, response: null }] })).toEqual([
      { clause: 'ADP-03', missing: 'response' },
    ]);
    expect(gaps({ redFlags: [], detections: [] })).toEqual([{ clause: 'ADP-03', missing: 'redFlags' }]);
  });
});
