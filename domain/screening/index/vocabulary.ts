import { normaliseName } from '../names/normalise-name.ts';
import { comparedWords, mostWords, wordOf, type Word } from '../words/word.ts';
import type { WeightOf } from '../words/word-weights.ts';

/** The words of names, each once. */
export class Vocabulary {
  readonly words: Word[] = [];
  readonly #ids = new Map<string, number>();
  readonly #weightOf: WeightOf;

  constructor(weightOf: WeightOf) {
    this.#weightOf = weightOf;
  }

  /** The places in `words` of a name's words, in the order written; none when nothing of it could be read. */
  idsOf(name: string): number[] {
    return comparedWords(normaliseName(name).words)
      .slice(0, mostWords)
      .map((word) => {
        // The same letters weigh less as a particle, and compare otherwise when they came without vowels.
        const key = `${word.text} ${word.role === 'particle' ? 'p' : ''}${word.isConsonantal ? 'c' : ''}`;
        const known = this.#ids.get(key);
        if (known !== undefined) return known;
        this.#ids.set(key, this.words.length);
        return this.words.push(wordOf(word, this.#weightOf)) - 1;
      });
  }
}
