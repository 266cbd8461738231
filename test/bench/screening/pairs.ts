import type { EntryKind, ListEntry } from '../../../domain/lists/list-entry.ts';
import { screenerOver } from './build-screener.ts';
import { readSet } from './samples.ts';

export interface JudgedPair {
  readonly kind: string;
  readonly left: string;
  readonly right: string;
  readonly isSame: boolean;
  readonly score: number;
}

const kinds: Record<string, EntryKind> = { person: 'individual', company: 'entity', vessel: 'vessel' };

/**
 * Scores the labelled pairs: the left name as if it were listed, the right as if a customer gave it. No score depends on
 * what else is listed, so all left names can stand in one index.
 */
export function judgePairs(floor: number): JudgedPair[] {
  const rows = readSet('labelled_pairs.csv');
  const screener = screenerOver(
    rows.map((row, place) => entryOf(String(place), row.left ?? '', kinds[row.kind ?? ''] ?? 'entity')),
    floor,
  );
  return rows.map((row, place) => {
    const screening = screener.screen({ name: row.right });
    const matches = screening.outcome === 'possibleMatch' ? screening.matches : [];
    return {
      kind: row.kind ?? '',
      left: row.left ?? '',
      right: row.right ?? '',
      isSame: row.label === 'same',
      score: matches.find(({ entryId }) => entryId === String(place))?.score ?? 0,
    };
  });
}

export interface Agreement {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function agreementAt(pairs: readonly JudgedPair[], threshold: number): Agreement {
  const called = pairs.filter(({ score }) => score >= threshold);
  const right = called.filter(({ isSame }) => isSame).length;
  const precision = right / Math.max(1, called.length);
  const recall = right / Math.max(1, pairs.filter(({ isSame }) => isSame).length);
  return { precision, recall, f1: right === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** The threshold at which F1 is highest: what the scores could give if the threshold were made for these pairs. */
export function bestThreshold(pairs: readonly JudgedPair[]): number {
  const steps = Array.from({ length: 61 }, (_, step) => 0.4 + step / 100);
  return steps.reduce((best, step) =>
    agreementAt(pairs, step).f1 > agreementAt(pairs, best).f1 ? step : best,
  );
}

function entryOf(entryId: string, text: string, kind: EntryKind): ListEntry {
  return {
    list: 'own',
    entryId,
    kind,
    names: [{ text, quality: 'strong', role: 'primary' }],
    programmes: [],
    birthDates: [],
    countries: [],
    identifiers: [],
    addresses: [],
    relationships: [],
    sources: [],
    remarks: '',
  };
}
