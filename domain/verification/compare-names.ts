import type { PersonKind } from '../identity/person-facts.ts';
import { PairComparer } from '../screening/compare-pair.ts';
import { QueryReader } from '../screening/query-words.ts';
import type { WeightOf } from '../screening/words/word-weights.ts';

/** How much alike two names must be, 0 to 1, by the screening's own comparison; the provider's policy. */
export interface NameLikeness {
  /** From here on a name written in another script, or a business's, is the same name. */
  readonly same: number;
  /** From here on it may be the same name written otherwise: a person looks. Below, it is another name. */
  readonly alike: number;
}

/** `null`: a side has no name, or none that can be read; nothing follows from that. */
export type NameVerdict = 'same' | 'writtenOtherwise' | 'different' | null;
export type CompareNames = (stated: readonly string[], found: string, kind: PersonKind) => NameVerdict;

/** Compares by likeness alone. A name that one side has in full and the other not is alike, not the same. */
export function namesByLikeness(weightOf: WeightOf, { same, alike }: NameLikeness): CompareNames {
  const comparer = new PairComparer(weightOf);
  const reader = new QueryReader(weightOf);
  const isReadable = (name: string) => name.trim() !== '' && reader.read(name).unseen === null;
  return (stated, found, kind) => {
    const [name, ...otherNames] = stated.filter(isReadable);
    if (name === undefined || !isReadable(found)) return null;
    const { score } = comparer.compare({ name, otherNames, kind }, { name: found, kind });
    if (score >= same) return 'same';
    return score >= alike ? 'writtenOtherwise' : 'different';
  };
}
