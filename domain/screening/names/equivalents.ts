import { equivalentNames } from './equivalent-names.ts';
import { foldWord } from './fold-word.ts';

const groups: ReadonlyMap<string, number> = new Map(
  equivalentNames.flatMap((names, group) => names.split(' ').map((name) => [name, group] as const)),
);

/** Shorter folds are shared by names that have nothing in common. */
const shortestFold = 5;
const groupsByFold = unambiguousFolds();

/**
 * The number of the group of names that are one name in several languages or its everyday short form: Aleksandr, Oleksandr,
 * Iskandar; Robert, Bob. Undefined for all others. Takes a word as `normaliseName` spells it; an unknown spelling that sounds
 * like a known one counts as that.
 */
export function equivalentsOf(word: string, fold = foldWord(word)): number | undefined {
  return groups.get(word) ?? (word.length < shortestFold ? undefined : groupsByFold.get(fold));
}

function unambiguousFolds(): ReadonlyMap<string, number> {
  const byFold = Map.groupBy(groups, ([name]) => foldWord(name));
  return new Map(
    Array.from(byFold).flatMap(([fold, members]) => {
      const [only, ...others] = new Set(members.map(([, group]) => group));
      return only === undefined || others.length > 0 || fold.length < shortestFold
        ? []
        : [[fold, only] as const];
    }),
  );
}
