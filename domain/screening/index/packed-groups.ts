import type { IndexFile, Sections } from './index-file.ts';

/** For each key its members, behind each other. */
export interface PackedGroups {
  /** One more than there are keys. */
  readonly starts: Uint32Array;
  readonly members: Uint32Array;
}

/** @param groups for each key its members, in the order wanted */
export function packGroups(groups: readonly (readonly number[])[]): PackedGroups {
  const starts = new Uint32Array(groups.length + 1);
  groups.forEach(({ length }, key) => {
    starts[key + 1] = (starts[key] ?? 0) + length;
  });
  const members = new Uint32Array(starts.at(-1) ?? 0);
  groups.forEach((group, key) => {
    members.set(group, starts[key]);
  });
  return { starts, members };
}

/** Turns "which words has this name" into "which names have this word". Each name once, in order. */
export function invertGroups(groups: readonly (readonly number[])[], keys: number): number[][] {
  const inverted = Array.from({ length: keys }, (): number[] => []);
  groups.forEach((members, group) => {
    for (const member of new Set(members)) inverted[member]?.push(group);
  });
  return inverted;
}

export function groupSections(name: string, groups: PackedGroups): Sections {
  return { [`${name}.starts`]: groups.starts, [`${name}.members`]: groups.members };
}

/** Reads what `groupSections` has written. */
export function groupsOf(file: IndexFile, name: string): PackedGroups {
  return { starts: file.integers(`${name}.starts`), members: file.integers(`${name}.members`) };
}

export function membersOf({ starts, members }: PackedGroups, key: number): Uint32Array {
  return members.subarray(starts[key], starts[key + 1]);
}

/** Calls back with each member of the shorter group that the longer one has too. Both in order. */
export function forEachCommon(one: Uint32Array, other: Uint32Array, visit: (member: number) => void): void {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  let from = 0;
  for (const member of shorter) {
    from = placeOf(longer, member, from);
    if (longer[from] === member) visit(member);
  }
}

/** The first place, not before `from`, whose member is not below the one looked for. */
function placeOf(members: Uint32Array, wanted: number, from: number): number {
  let [low, high] = [from, members.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((members[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
