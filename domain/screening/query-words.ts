import { cutsOf, type Cut } from './alignment/joined-words.ts';
import { normaliseName } from './names/normalise-name.ts';
import type { NameWord } from './names/normalised-name.ts';
import { plainWords } from './names/plain-words.ts';
import { isOrdinary } from './names/roles/ordinary-word.ts';
import type { NotScreenedReason } from './screening.ts';
import { letterBits } from './words/letter-bits.ts';
import { isSyllabicName, mostWords, totalWeight, ReadWord, wordKind } from './words/word.ts';
import type { WeightOf } from './words/word-weights.ts';

/** Longer names are refused at the edge; one that comes this far is not cut and then called clear. */
const longestName = 400;

/** One sign may be read as several letters: a syllable of Hangul as six, a Japanese unit as ten. */
const mostLetters = 2 * longestName;

/** A single letter or digit is like too many names to be like any. */
const fewestCharacters = 2;

export class QueryWord extends ReadWord {
  /** Counted up by the reader, which gives one word for words that compare alike. */
  readonly number: number;
  /** See `letterBits`. */
  readonly letters: number;
  /** See `isOrdinary`. */
  readonly isOrdinary: boolean;
  #cuts: readonly Cut[] | undefined;

  constructor(number: number, word: NameWord, isSyllabic: boolean, weightOf: WeightOf) {
    super(word, isSyllabic, weightOf);
    this.number = number;
    this.letters = letterBits(word.text);
    this.isOrdinary = isOrdinary(word.text);
  }

  /** See `cutsOf`; kept for the many names that one query is aligned with. */
  get cuts(): readonly Cut[] {
    return (this.#cuts ??= cutsOf(this));
  }
}

/** A name as a customer wrote it, in words to compare. */
export interface QueryName {
  readonly words: readonly QueryWord[];
  /** Of all words. */
  readonly weight: number;
}

export interface ReadQuery extends QueryName {
  /** Why this name, or a part of it, is not compared. */
  readonly unseen: NotScreenedReason | null;
}

/** Words repeat from name to name. Cleared when full. */
const mostRemembered = 60_000;

/** Turns names as customers write them into words to compare, and remembers the words. */
export class QueryReader {
  readonly #weightOf: WeightOf;
  /** By what tells two words of the same letters apart; see `wordKind`. */
  readonly #known: Map<string, QueryWord>[] = [];
  /** Of those, the names that came with their vowels from no syllables. */
  readonly #plain = new Map<string, QueryWord>();
  #count = 0;

  constructor(weightOf: WeightOf) {
    this.#weightOf = weightOf;
    this.#known[wordKind({ text: '', role: 'name', isConsonantal: false }, false)] = this.#plain;
  }

  read(name: string): ReadQuery {
    if (name.trim() === '') return unseen('nameMissing');
    if (name.length > longestName) return unseen('nameTooLong');
    const quick = this.#readPlain(name);
    if (quick !== null) return asQuery(quick, null);
    const { words, hasUnreadScript } = normaliseName(name);
    const isSyllabic = isSyllabicName(name);
    return asQuery(
      words.map((word) => this.#wordOf(word, isSyllabic)),
      hasUnreadScript ? 'unsupportedScript' : null,
    );
  }

  /** Names of which every word is read the same wherever it stands, at a third of the time; `null` for all others. */
  #readPlain(name: string): QueryWord[] | null {
    const texts = plainWords(name);
    if (texts === null) return null;
    const words: QueryWord[] = [];
    for (const text of texts) {
      const known = this.#plain.get(text);
      if (!(known?.isOrdinary ?? isOrdinary(text))) return null;
      words.push(known ?? this.#wordOf({ text, role: 'name', isConsonantal: false }, false));
    }
    return words;
  }

  #wordOf(word: NameWord, isSyllabic: boolean): QueryWord {
    const alike = (this.#known[wordKind(word, isSyllabic)] ??= new Map());
    const known = alike.get(word.text);
    if (known !== undefined) return known;
    if (alike.size >= mostRemembered) alike.clear();
    this.#count += 1;
    const fresh = new QueryWord(this.#count, word, isSyllabic, this.#weightOf);
    alike.set(word.text, fresh);
    return fresh;
  }
}

function asQuery(words: readonly QueryWord[], because: NotScreenedReason | null): ReadQuery {
  let letters = 0;
  for (const { text } of words) letters += text.length;
  if (words.length > mostWords || letters > mostLetters) return unseen('nameTooLong');
  if (letters < fewestCharacters) return unseen(because ?? 'nothingToCompare');
  return {
    words,
    weight: totalWeight(words),
    unseen: because ?? (words.some(isTelling) ? null : 'nothingToCompare'),
  };
}

/** Initials and legal forms find nobody by themselves. */
function isTelling({ isMinor, isInitial }: QueryWord): boolean {
  return !isMinor && !isInitial;
}

function unseen(because: NotScreenedReason): ReadQuery {
  return { words: [], weight: 0, unseen: because };
}
