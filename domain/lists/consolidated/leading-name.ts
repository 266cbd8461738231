import { mostWords } from '../../screening/words/word.ts';

/**
 * The name that a listing in prose opens with. Three listings of the Entity List in 2022 are paragraphs, such as
 * "Pakistan Atomic Energy Commission (PAEC), and subordinate entity Nuclear reactors (…), …": nobody bears one as a name,
 * and what is longer than a name is not compared. All three end their name at the first comma outside brackets.
 */
export function leadingName(text: string): string {
  if (text.split(/\s+/).length <= mostWords) return text;
  const [, opening = text] = /^((?:\([^)]*\)|[^,(])+),/.exec(text) ?? [];
  return opening.trim();
}
