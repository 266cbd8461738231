import { beneficialOwners } from '../../../../domain/ownership/beneficial/beneficial-owners.ts';
import { ownerRow, type OwnerRow } from '../../../../domain/ownership/beneficial/owner-row.ts';
import { bodsNetwork, type BodsNetwork } from '../../../../domain/ownership/bods/bods-network.ts';
import type { BeneficialOwnerTerms } from '../../../../domain/policy/beneficial-owner-terms.ts';
import { shippedPack } from '../../policy/shipped-packs.ts';

export const asOf = '2026-11-23';

export type Sample = Readonly<Record<string, unknown>>;

let made = 0;

function statement(recordId: string, recordType: string, recordDetails: Sample, changes: Sample): Sample {
  made += 1;
  return {
    statementId: `00000000-0000-4000-8000-${String(made).padStart(12, '0')}`,
    declarationSubject: 'S',
    statementDate: '2026-01-01',
    recordId,
    recordType,
    recordStatus: 'new',
    recordDetails: { isComponent: false, ...recordDetails },
    ...changes,
  };
}

export const entity = (id: string, details: Sample = {}, changes: Sample = {}): Sample =>
  statement(id, 'entity', { entityType: { type: 'registeredEntity' }, ...details }, changes);

export const person = (id: string, details: Sample = {}, changes: Sample = {}): Sample =>
  statement(id, 'person', { personType: 'knownPerson', ...details }, changes);

export const shares = (share: Sample | undefined, more: Sample = {}): Sample => ({
  ...{ type: 'shareholding', directOrIndirect: 'direct' },
  ...(share ? { share } : {}),
  ...more,
});

/** Who holds what in whom; the record is named after both ends. */
export function holds(
  interestedParty: string | Sample,
  subject: string | Sample,
  interests: readonly Sample[],
  changes: Sample = {},
  details: Sample = {},
): Sample {
  const end = typeof interestedParty === 'string' ? interestedParty : 'unspecified';
  const recordId = `${end}>${typeof subject === 'string' ? subject : 'unspecified'}`;
  return statement(recordId, 'relationship', { subject, interestedParty, interests, ...details }, changes);
}

export function networkOf(...statements: readonly Sample[]): BodsNetwork {
  return bodsNetwork([{ place: 'the input', text: JSON.stringify(statements) }], asOf);
}

export function shippedTerms(): BeneficialOwnerTerms {
  const pack = shippedPack('us-iaas-nprm-2024');
  if (pack.kind !== 'identification') throw new Error('us-iaas-nprm-2024 is no identification pack');
  return pack.beneficialOwners;
}

export function rowOf(network: BodsNetwork, subject: string): OwnerRow {
  const found = beneficialOwners(network, shippedTerms()).ownersOf(subject);
  if (!found) throw new RangeError(`there is no entity ${subject}`);
  return ownerRow(found, subject);
}

/** `p 1/4 to 1/2 null` for each owner. */
export function ownersIn(network: BodsNetwork, subject: string): string[] {
  return rowOf(network, subject).owners.map(
    ({ person: id, share, isBeneficialOwner }) =>
      `${id} ${share.minimum} to ${share.maximum} ${isBeneficialOwner}`,
  );
}

export const codesOf = (row: OwnerRow): string[] => row.unresolved.map(({ code }) => code);
