import { normaliseName } from '../names/normalise-name.ts';
import { isSyllabicName, mostWords, wordKind, wordOf, type Word } from '../words/word.ts';
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
    const isSyllabic = isSyllabicName(name);
    return normaliseName(name)
      .words.slice(0, mostWords)
      .map((word) => {
        const key = `${word.text} ${wordKind(word, isSyllabic)}`;
        const known = this.#ids.get(key);
        if (known !== undefined) return known;
        this.#ids.set(key, this.words.length);
        return this.words.push(wordOf(word, isSyllabic, this.#weightOf)) - 1;
      });
  }
}
