import type { ListedName } from '../list-entry.ts';

/** OFAC's alias types; `null` for one that is new to us. */
export function roleOfAlias(type: string): ListedName['role'] | null {
  switch (type.replaceAll('.', '').trim().toLowerCase()) {
    case 'aka':
      return 'aka';
    case 'fka':
      return 'fka';
    case 'nka':
      return 'nka';
    case 'name':
      return 'primary';
    default:
      return null;
  }
}

/** The primary name in Latin letters first, then the primary name in other scripts, then the rest as published. */
export function primaryFirst(names: readonly ListedName[]): ListedName[] {
  const order = ({ role, script }: ListedName) => {
    if (role !== 'primary') return 2;
    return script === undefined || script === 'Latn' ? 0 : 1;
  };
  return names.toSorted((left, right) => order(left) - order(right));
}
