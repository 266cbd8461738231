import { equivalentNames } from './equivalent-names.ts';

const groups: ReadonlyMap<string, number> = new Map(
  equivalentNames.flatMap((names, group) => names.split(' ').map((name) => [name, group] as const)),
);

/**
 * The number of the group of names that are one name in several languages or its everyday short form: Aleksandr, Oleksandr,
 * Iskandar; Robert, Bob. Undefined for all others. Takes a word as `normaliseName` spells it.
 */
export function equivalentsOf(word: string): number | undefined {
  return groups.get(word);
}
