import { measureTerms } from '../../../domain/measures/measure-dates.ts';
import type { MeasureContext } from '../../../domain/measures/apply-measures.ts';
import { MeasuredAccount, MeasuredParty } from '../../../domain/measures/measured-account.ts';
import { SpecialMeasure } from '../../../domain/measures/special-measure.ts';
import { subdivisions } from '../places/shipped-subdivisions.ts';
import { shippedPack } from '../policy/shipped-packs.ts';

const pack = shippedPack('us-iaas-nprm-2024');
if (pack.kind !== 'identification') throw new Error('expected the identification pack');

export const terms = measureTerms(pack.deadlines);

/** Names are alike when they are the same word for word; without one nobody can compare. */
export const context: MeasureContext = {
  terms,
  subdivisions,
  likeness: {
    threshold: 0.7,
    compare: (party, subject) => {
      const values = (subject.identifiers ?? []).map(({ value }) => value);
      if (party.identifiers?.some(({ value }) => values.includes(value))) {
        return { score: 1, reasons: [{ code: 'sameIdentifier' }] };
      }
      if (party.name === undefined) return { score: 0, reasons: [], because: 'nameMissing' };
      const isAlike = [subject.name, ...(subject.otherNames ?? [])].includes(party.name);
      return { score: isAlike ? 0.9 : 0, reasons: [] };
    },
  },
};

export const written = {
  schema: 'special-measure/1',
  id: 'sm-1',
  standing: 'exercise',
  subject: { kind: 'jurisdiction', places: ['UA-43'] },
  effect: { kind: 'prohibit' },
  appliesTo: ['opening', 'maintaining', 'reseller'],
  determinedOn: '2027-01-01',
  finalRegulationsOn: null,
  source: { title: 'An exercise', citation: 'none' },
} as const;

export function measureWith(differing: object): SpecialMeasure {
  return SpecialMeasure.parse({ ...written, ...differing });
}

export function accountWith(party: object, account: object = {}): MeasuredAccount {
  const customer = MeasuredParty.parse({
    ...{ id: 'p1', role: 'customer', personStatus: 'foreign', places: [], name: 'Somebody Else' },
    ...party,
  });
  return MeasuredAccount.parse({
    ...{ id: 'acct_1', stage: 'maintaining', isReseller: false, parties: [customer] },
    ...account,
  });
}
