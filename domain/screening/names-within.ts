/** What people write between two names of one party, or around one. */
const between =
  /(?<![\p{L}\p{N}])(?:a\.?\s?\/?k\.?\s?\/?a\.?|f\.?\s?\/?k\.?\s?\/?a\.?|d\.?\s?\/?b\.?\s?\/?a\.?|c\/o|alias|also known as|formerly|née|nee)(?![\p{L}\p{N}])|[()[\]{};|]/giu;

/** Quicker, and true of every name that `between` parts. */
const mayHoldSeveral = /[()[\]{};|]|a\.?\s?\/?k|f\.?\s?\/?k|d\.?\s?\/?b|c\/o|alias|also|formerly|n[ée]e/iu;

/** A name of 400 characters, the longest that is compared, has no more; one that has is refused by its whole. */
const mostWithin = 200;

/**
 * A name as given and, where it holds several, each of them: "Ann Smith a.k.a. Anna Schmidt", "Schmidt (Smith)". A name that says
 * its words twice is also looked for without the repetition.
 */
export function namesWithin(name: string): readonly string[] {
  if (!mayHoldSeveral.test(name) && !repeatsWords(name)) return [name];
  const parts = name
    .split(between)
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part));
  const once = [...new Set(name.split(/\s+/))].join(' ');
  const within = [...(parts.length > 1 ? parts : []), once].filter((part) => part !== name.trim());
  return [name, ...new Set(within)].slice(0, 1 + mostWithin);
}

function repeatsWords(name: string): boolean {
  const words = name.split(/\s+/);
  return words.some((word, place) => words.indexOf(word) < place);
}
