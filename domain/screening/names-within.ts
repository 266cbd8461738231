/** What people write between two names of one party, or around one. */
const between =
  /(?<![\p{L}\p{N}])(?:a\.?\s?\/?k\.?\s?\/?a\.?|f\.?\s?\/?k\.?\s?\/?a\.?|d\.?\s?\/?b\.?\s?\/?a\.?|c\/o|alias|n\.?\s?\/?k\.?\s?\/?a\.?|(?:also\s+)?known\s+as|formerly|née|nee)(?![\p{L}\p{N}])|[()[\]{};|]|\s\/\s/giu;

/** Quicker, and true of every name that `between` parts. */
const mayHoldSeveral =
  /[()[\]{};|]|[^\S ]|a\.?\s?\/?k|f\.?\s?\/?k|d\.?\s?\/?b|c\/o|n\.?\s?\/?k|alias|known|formerly|n[ée]e|\s\/\s/iu;

/** A name of 400 characters, the longest that is compared, has no more; one that has is refused by its whole. */
const mostWithin = 200;

/**
 * A name as given and, where it holds several, each of them: "Ann Smith a.k.a. Anna Schmidt", "Schmidt (Smith)". A name that says
 * its words twice is also looked for without the repetition.
 */
export function namesWithin(name: string): readonly string[] {
  // Brackets of other widths, and accents that stand apart, as they are read afterwards too.
  const read = name.normalize('NFKC');
  if (!mayHoldSeveral.test(read) && !repeatsWords(name)) return [name];
  const parts = read
    .split(between)
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part));
  const once = [...new Set(name.split(/\s+/))].join(' ');
  const within = [...(parts.length > 1 ? parts : []), once].filter((part) => part !== name.trim());
  return [name, ...new Set(within)].slice(0, 1 + mostWithin);
}

/** Compares the words where they stand: every name comes by here, and hardly one repeats a word. */
function repeatsWords(name: string): boolean {
  let count = 0;
  for (let start = 0; start <= name.length && count < starts.length; count += 1) {
    const blank = name.indexOf(' ', start);
    const end = blank === -1 ? name.length : blank;
    starts[count] = start;
    ends[count] = end;
    for (let earlier = 0; earlier < count; earlier += 1) {
      if (isSame(name, starts[earlier] ?? 0, ends[earlier] ?? 0, start, end)) return true;
    }
    start = end + 1;
  }
  return count === starts.length;
}

function isSame(name: string, from: number, to: number, start: number, end: number): boolean {
  if (to - from !== end - start || name.charCodeAt(from) !== name.charCodeAt(start)) return false;
  return name.slice(from, to) === name.slice(start, end);
}

const [starts, ends] = [new Uint16Array(32), new Uint16Array(32)];
