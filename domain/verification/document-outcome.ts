import type { Discrepancy, MethodOutcome } from './method-result.ts';

/** With another name or another day of birth the document is another's. */
const decisive = ['nameDiffers', 'birthDateDiffers'];

/**
 * What a document or record comes to: it fails for what speaks against it or shows somebody else, and cannot tell where
 * there are doubts or things for a person to look at.
 */
export function documentOutcome(
  against: readonly string[],
  doubts: readonly string[],
  discrepancies: readonly Discrepancy[],
): MethodOutcome {
  if (against.length > 0 || discrepancies.some(({ code }) => decisive.includes(code))) return 'failed';
  return doubts.length > 0 || discrepancies.length > 0 ? 'inconclusive' : 'passed';
}
