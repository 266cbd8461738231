import type { NameVerdict } from './compare-names.ts';
import { personal, type Discrepancy } from './method-result.ts';

export interface NameFinding {
  readonly discrepancies: readonly Discrepancy[];
  /** What stands against a pass besides: a name that could not be compared was not compared. */
  readonly doubts: readonly string[];
}

/** What a comparison of the party's name with that of a source comes to. */
export function nameFinding(verdict: NameVerdict, stated: string | undefined, found: string): NameFinding {
  const sides = { field: 'name', stated: personal(stated ?? ''), found: personal(found.slice(0, 400)) };
  switch (verdict) {
    case 'same':
      return { discrepancies: [], doubts: [] };
    case 'writtenOtherwise':
      return { discrepancies: [{ code: 'nameWrittenOtherwise', ...sides }], doubts: [] };
    case 'different':
      return { discrepancies: [{ code: 'nameDiffers', ...sides }], doubts: [] };
    case null:
      return { discrepancies: [], doubts: ['nameNotCompared'] };
  }
}
