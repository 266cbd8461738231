import type { Party } from '../../identity/party.ts';
import { isSamePlace } from '../../identity/same-place.ts';
import type { CompareNames } from '../compare-names.ts';
import { daysBetween } from '../day-count.ts';
import { documentOutcome } from '../document-outcome.ts';
import { nameFinding } from '../name-finding.ts';
import { open, type Discrepancy, type Evidence, type Fact } from '../method-result.ts';
import { notPerformed, resultOf, type VerificationMethod } from '../verification-method.ts';
import type { RegisterExtract } from './register-extract.ts';
import { judgeRegisterNumber } from './register-numbers.ts';

const head = { id: 'company-registration', version: 'registration-1', category: 'documentary' } as const;

/**
 * A register extract or formation document, held against what is stated (VER-01).
 *
 * @param extractAtMostDays how old the extract may be; the provider's policy
 */
export function companyRegistrationMethod(
  likeness: CompareNames,
  extractAtMostDays: number,
): VerificationMethod {
  return {
    ...head,
    check({ party, material: { registration }, today }) {
      if (registration === undefined) return notPerformed(head, 'registrationMissing');
      if (party.kind !== 'entity') return notPerformed(head, 'onlyForEntities');
      if (party.name === undefined) return notPerformed(head, 'statedNameMissing');
      const against = objections(registration, today);
      const stated = [party.name, ...(party.otherNames ?? [])];
      const name = nameFinding(likeness(stated, registration.name, 'entity'), party.name, registration.name);
      const isOld = daysBetween(registration.extractedOn, today) > extractAtMostDays;
      const doubts = [...doubtsOf(registration, party, isOld), ...name.doubts];
      const discrepancies = [...name.discrepancies, ...jurisdictionDiscrepancy(party, registration)];
      return resultOf(head, documentOutcome(against, doubts, discrepancies), {
        reasons: [...against, ...doubts, ...discrepancies.map(({ code }) => code)],
        facts: remarks(registration),
        discrepancies,
        evidence: [describe(registration)],
      });
    },
  };
}

function objections(
  { status, number, jurisdiction, registeredOn, extractedOn }: RegisterExtract,
  today: string,
) {
  const verdict = judgeRegisterNumber(number, jurisdiction);
  return [
    ...(status === 'dissolved' ? ['entityDissolved'] : []),
    ...(verdict === 'formWrong' ? ['registerNumberFormWrong'] : []),
    ...(verdict === 'checkDigitWrong' ? ['registerNumberCheckDigitWrong'] : []),
    ...(extractedOn > today ? ['extractFromTheFuture'] : []),
    ...(registeredOn !== undefined && registeredOn > extractedOn ? ['registeredAfterExtract'] : []),
  ];
}

/** What the customer sent in itself is no independent source, and a liquidator speaks for an entity in liquidation. */
function doubtsOf({ status, obtainedFrom }: RegisterExtract, party: Party, isOld: boolean): string[] {
  return [
    ...(status === 'inLiquidation' ? ['entityInLiquidation'] : []),
    ...(status === 'unknown' ? ['entityStatusUnknown'] : []),
    ...(isOld ? ['extractOld'] : []),
    ...(obtainedFrom === 'customer' ? ['extractFromCustomer'] : []),
    ...(party.organizedUnder === undefined ? ['statedJurisdictionMissing'] : []),
  ];
}

/** Said beside a pass as well. */
function remarks({ number, jurisdiction }: RegisterExtract): Fact[] {
  const isUnknown = judgeRegisterNumber(number, jurisdiction) === 'formUnknown';
  return isUnknown ? [{ code: 'notCompared', value: open('numberForm') }] : [];
}

function jurisdictionDiscrepancy(
  { organizedUnder }: Party,
  { jurisdiction }: RegisterExtract,
): Discrepancy[] {
  if (isSamePlace(organizedUnder, jurisdiction) !== false) return [];
  const sides = { stated: open(organizedUnder ?? ''), found: open(jurisdiction) };
  return [{ code: 'jurisdictionDiffers', field: 'organizedUnder', ...sides }];
}

function describe(extract: RegisterExtract): Evidence {
  const { register, jurisdiction, number, status, registeredOn, extractedOn, obtainedFrom } = extract;
  const told = { register, jurisdiction, number, status, registeredOn, extractedOn, obtainedFrom };
  return {
    kind: 'registerExtract',
    description: Object.entries(told).flatMap(([code, text]) =>
      text === undefined ? [] : [{ code, value: open(text) }],
    ),
  };
}
