import { isArticle } from './person-roles.ts';
import { isLegalWord } from './legal-form-roles.ts';
import { isPartedOrJoined } from './part-words.ts';
import { isCalling } from './persons-words.ts';

/** Cleared when full. */
const mostRemembered = 60_000;
const known = new Map<string, boolean>();

/** Whether no rule about roles says anything of a word, whatever stands beside it. Words repeat from name to name. */
export function isOrdinary(text: string): boolean {
  const before = known.get(text);
  if (before !== undefined) return before;
  if (known.size >= mostRemembered) known.clear();
  const isOne = !isPartedOrJoined(text) && !isLegalWord(text) && !isCalling(text) && !isArticle(text);
  known.set(text, isOne);
  return isOne;
}
