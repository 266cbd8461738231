import { normaliseName } from '../names/normalise-name.ts';
import { isSyllabicName, mostWords, ReadWord, wordKind, type Word } from '../words/word.ts';
import type { WeightOf } from '../words/word-weights.ts';

/** The words of names, each once. */
export class Vocabulary {
  readonly words: Word[] = [];
  readonly #ids = new Map<string, number>();
  readonly #weightOf: WeightOf;

  constructor(weightOf: WeightOf) {
    this.#weightOf = weightOf;
  }

  /**
   * The words, those that sound alike beside each other, so that what a search looks at lies close together in memory; and the
   * new place of each.
   */
  inOrderOfSound(): { readonly words: readonly Word[]; readonly placeOf: Uint32Array } {
    const order = Array.from(this.words.keys()).sort(
      (one, other) => inOrder(keyOf(this.words[one]), keyOf(this.words[other])) || one - other,
    );
    const placeOf = new Uint32Array(order.length);
    order.forEach((word, place) => {
      placeOf[word] = place;
    });
    return { words: order.flatMap((word) => this.words[word] ?? []), placeOf };
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
        return this.words.push(new ReadWord(word, isSyllabic, this.#weightOf)) - 1;
      });
  }
}

function keyOf(word: Word | undefined): string {
  return `${word?.skeleton ?? ''} ${word?.fold ?? ''} ${word?.text ?? ''}`;
}

function inOrder(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
