import { allHold, anyHolds, type Truth } from '../identity/three-valued.ts';
import type { Subdivisions } from '../places/subdivisions.ts';
import { jurisdictionHit } from './jurisdiction-hit.ts';
import { isInEffect, measureDates, type MeasureDates, type MeasureTerms } from './measure-dates.ts';
import type { MeasuredAccount, MeasuredParty } from './measured-account.ts';
import type { HitReason, PartyHit } from './party-hit.ts';
import { personHit, type Likeness } from './person-hit.ts';
import type { SpecialMeasure } from './special-measure.ts';

export interface MeasureContext {
  readonly terms: MeasureTerms;
  readonly subdivisions: Subdivisions;
  readonly likeness: Likeness;
}

export interface MeasureFinding {
  readonly measure: string;
  readonly standing: SpecialMeasure['standing'];
  readonly effect: SpecialMeasure['effect'];
  /** Whether the account is among those that the measure means, whenever it takes effect. */
  readonly isHit: Truth;
  readonly isInEffect: Truth;
  /** Both. Null: a person has to look before the account goes on. */
  readonly applies: Truth;
  readonly dates: MeasureDates;
  readonly reasons: readonly HitReason[];
}

/**
 * Holds an account against measures.
 * @param today YYYY-MM-DD, UTC
 * @returns a finding for each measure that hits the account or may hit it, in the order given
 */
export function applyMeasures(
  account: MeasuredAccount,
  measures: readonly SpecialMeasure[],
  today: string,
  context: MeasureContext,
): MeasureFinding[] {
  return measures.flatMap((measure) => {
    const { isHit, reasons } = measureHit(account, measure, context);
    if (isHit === false) return [];
    const dates = measureDates(measure, context.terms);
    const inEffect = isInEffect(dates, today);
    const { id, standing, effect } = measure;
    const applies = allHold([isHit, inEffect]);
    return [{ measure: id, standing, effect, isHit, isInEffect: inEffect, applies, dates, reasons }];
  });
}

/** Whether the measure means the account at all, whatever the day. */
export function measureHit(
  account: MeasuredAccount,
  measure: SpecialMeasure,
  context: MeasureContext,
): PartyHit {
  if (!reaches(account, measure)) return { isHit: false, reasons: [] };
  const hits = account.parties.map((party) => partyHit(party, measure, context));
  return {
    isHit: anyHolds(hits.map(({ isHit }) => isHit)),
    reasons: hits.flatMap(({ reasons }) => reasons),
  };
}

/** A measure on resellers reaches their accounts at every stage. */
function reaches({ stage, isReseller }: MeasuredAccount, { appliesTo }: SpecialMeasure): boolean {
  return appliesTo.includes(stage) || (isReseller && appliesTo.includes('reseller'));
}

function partyHit(party: MeasuredParty, { subject }: SpecialMeasure, context: MeasureContext): PartyHit {
  switch (subject.kind) {
    case 'jurisdiction':
      return jurisdictionHit(party, subject, context.subdivisions);
    case 'person':
      return personHit(party, subject, context.likeness);
  }
}
