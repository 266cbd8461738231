import { dueAt } from '../deadlines/due-at.ts';
import type { Truth } from '../identity/three-valued.ts';
import type { DeadlineTerm } from '../policy/deadline-term.ts';
import type { SpecialMeasure } from './special-measure.ts';

/** From when a measure need be applied, as each text counts it; null where what it counts from has not happened. */
export interface EffectiveReading {
  readonly reading: 'determination' | 'finalRegulations';
  readonly from: string | null;
}

export interface MeasureDates {
  readonly rule: string;
  readonly determinedOn: string;
  /** The day that the determination names, where it names one; it goes before both readings. */
  readonly stated: string | null;
  /** Both are kept: the texts as read do not agree (SM-04). */
  readonly readings: readonly EffectiveReading[];
  /** The last day on which it holds, YYYY-MM-DD, UTC. */
  readonly expiresOn: string;
  readonly isExtended: boolean;
}

/** The terms of the pack that bear on measures: `DL-11` and `DL-12`. */
export interface MeasureTerms {
  readonly earliest: Pick<DeadlineTerm, 'id' | 'rule' | 'amount'>;
  readonly end: Pick<DeadlineTerm, 'id' | 'rule' | 'amount'>;
}

/** @throws RangeError when the pack lacks one of the two */
export function measureTerms(terms: readonly DeadlineTerm[]): MeasureTerms {
  const term = (id: string) => {
    const found = terms.find((each) => each.id === id);
    if (found) return found;
    throw new RangeError(`term ${id}: expected it among the deadlines of the pack`);
  };
  return { earliest: term('DL-11'), end: term('DL-12') };
}

export function measureDates(measure: SpecialMeasure, { earliest, end }: MeasureTerms): MeasureDates {
  const { determinedOn, finalRegulationsOn, effectiveFrom, extensions } = measure;
  const extended = extensions.at(-1)?.until;
  return {
    rule: earliest.rule,
    determinedOn,
    stated: effectiveFrom ?? null,
    readings: [
      { reading: 'determination', from: daysAfter(determinedOn, earliest) },
      { reading: 'finalRegulations', from: finalRegulationsOn && daysAfter(finalRegulationsOn, earliest) },
    ],
    expiresOn: extended ?? daysAfter(determinedOn, end),
    isExtended: extended !== undefined,
  };
}

/**
 * Whether a measure has to be applied on a day. Null between the days on which the two readings begin: then a person
 * has to say which holds.
 */
export function isInEffect(
  { determinedOn, stated, readings, expiresOn }: MeasureDates,
  today: string,
): Truth {
  // Days of one form compare as text.
  if (today < determinedOn || today > expiresOn) return false;
  if (stated !== null) return today >= stated;
  const begun = readings.map(({ from }) => from !== null && today >= from);
  if (begun.every((each) => each)) return true;
  return begun.some((each) => each) ? null : false;
}

function daysAfter(day: string, { id, amount }: Pick<DeadlineTerm, 'id' | 'amount'>): string {
  if (amount === null) throw new RangeError(`term ${id}: expected a number of days, found none`);
  return dueAt(`${day}T00:00:00.000Z`, { amount, unit: 'days' }).slice(0, day.length);
}
