import type { CompareNames, NameVerdict } from '../compare-names.ts';
import type { MrzFields } from './mrz-reading.ts';
import { mrzWordsOf, standsInZone } from './mrz-words.ts';

export interface ZoneName extends Pick<MrzFields, 'surname' | 'givenNames'> {
  readonly isNameTruncated: boolean;
}

/**
 * Holds the stated names against those of a zone. Where both are in Latin letters the words themselves decide, since no
 * check digit covers the names and HANA for ANNA is how a zone is forged; likeness only tells a slip from another name.
 */
export function compareMrzName(
  stated: readonly string[],
  zone: ZoneName,
  likeness: CompareNames,
): NameVerdict {
  const names = stated.filter((name) => name.trim() !== '');
  if (names.length === 0) return null;
  const latin = names.flatMap((name) => {
    const words = mrzWordsOf(name);
    return words === null ? [] : [words];
  });
  if (latin.some((words) => isSameName(words, zone))) return 'same';
  const verdict = likeness(names, `${zone.surname} ${zone.givenNames}`.trim(), 'individual');
  return verdict === 'same' && latin.length === names.length ? 'writtenOtherwise' : verdict;
}

/** The name needs a word of each half that the zone has: given names alone are many people's. */
function isSameName(words: readonly string[][], { surname, givenNames, isNameTruncated }: ZoneName): boolean {
  const halves = [surname, givenNames].map((half) => half.split(' ').filter(Boolean));
  const stands = (half: readonly string[]) => words.some((ways) => half.some((word) => ways.includes(word)));
  return (
    halves.every((half) => half.length === 0 || stands(half)) &&
    standsInZone(words, halves.flat(), isNameTruncated)
  );
}
