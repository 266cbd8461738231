import type { EffectiveShares } from '../effective/effective-shares.ts';
import type { ControlRight } from '../owner-network.ts';

/** Ways from a subject to one of its owners, both ends included, shortest first and none through a party twice. */
export interface OwnershipPaths {
  readonly ways: readonly (readonly string[])[];
  /** There are more, or there may be. */
  readonly areCut: boolean;
}

/** A reader follows no more, and there may be as many as paths through a maze. */
const mostWays = 3;
/** How many steps longer than the shortest a way may be. */
const longestDetour = 6;
const stepsForDetours = 500;

/** Ways lead through shares and through rights alike. */
export function pathFinder(
  { graph, claimedAlone }: Pick<EffectiveShares, 'graph' | 'claimedAlone'>,
  rights: readonly ControlRight[],
) {
  const owners = graph.rows.map((row) => row?.stakes.map(({ owner }) => owner) ?? []);
  const held = rights.map(({ holder, entity }) => ({ owner: holder, owned: entity }));
  for (const { owner, owned } of [...claimedAlone, ...held]) {
    const [from, to] = [graph.numbers.get(owned) ?? -1, graph.numbers.get(owner) ?? -1];
    if (owners[from]?.includes(to) === false) owners[from].push(to);
  }
  const owned = graph.parties.map((): number[] => []);
  owners.forEach((all, entity) => {
    for (const owner of all) owned[owner]?.push(entity);
  });
  const known = new Map<number, Distances>();
  return (subject: string, holder: string): OwnershipPaths => {
    const [from, to] = [graph.numbers.get(subject) ?? -1, graph.numbers.get(holder) ?? -1];
    const distances = known.get(to) ?? distancesTo(to, owned);
    known.set(to, distances);
    const { ways, areCut } = new WaySearch(owners, distances, to).from(from);
    const idOf = (party: number) => graph.parties[party]?.id ?? '';
    return { ways: ways.map((way) => way.map(idOf)), areCut };
  };
}

/** Steps to one holder, from each party from which some lead there. */
type Distances = ReadonlyMap<number, number>;

const unreachable = -1;

function distancesTo(holder: number, owned: readonly (readonly number[])[]): Distances {
  const distances = new Map([[holder, 0]]);
  // The map grows while it is walked: that is the queue.
  for (const [party, distance] of distances) {
    for (const entity of owned[party] ?? []) {
      if (!distances.has(entity)) distances.set(entity, distance + 1);
    }
  }
  return distances;
}

/** Depth first within a length that grows by one step at a time, never where the holder is too far to be reached. */
class WaySearch {
  readonly #owners: readonly (readonly number[])[];
  readonly #distances: Distances;
  readonly #to: number;
  readonly #ways: number[][] = [];
  #steps = 0;

  constructor(owners: readonly (readonly number[])[], distances: Distances, to: number) {
    this.#owners = owners;
    this.#distances = distances;
    this.#to = to;
  }

  from(start: number): { readonly ways: readonly (readonly number[])[]; readonly areCut: boolean } {
    const shortest = this.#distances.get(start) ?? unreachable;
    if (shortest === unreachable) return { ways: [], areCut: false };
    this.#steps = (mostWays + 1) * (shortest + 1) + stepsForDetours;
    for (let detour = 0; detour <= longestDetour && !this.#isDone(); detour += 1) {
      const isAll = this.#collect(start, shortest + detour);
      if (isAll) return { ways: this.#ways.slice(0, mostWays), areCut: this.#isDone() };
    }
    return { ways: this.#ways.slice(0, mostWays), areCut: true };
  }

  #isDone(): boolean {
    return this.#ways.length > mostWays || this.#steps <= 0;
  }

  /**
   * Adds the ways of exactly this length.
   * @returns whether there can be no longer ones
   */
  #collect(start: number, length: number): boolean {
    let isAll = true;
    const way = [start];
    const onWay = new Set(way);
    const next = [0];
    while (way.length > 0 && !this.#isDone()) {
      const at = way.at(-1) ?? start;
      const owner = this.#owners[at]?.[next[next.length - 1] ?? 0];
      if (owner === undefined || at === this.#to) {
        onWay.delete(at);
        way.pop();
        next.pop();
        continue;
      }
      next[next.length - 1] = (next[next.length - 1] ?? 0) + 1;
      const distance = this.#distances.get(owner) ?? unreachable;
      if (onWay.has(owner) || distance === unreachable) continue;
      if (way.length + distance > length) {
        isAll = false;
        continue;
      }
      this.#steps -= 1;
      if (owner === this.#to && way.length === length) this.#ways.push([...way, owner]);
      if (owner === this.#to) continue;
      way.push(owner);
      onWay.add(owner);
      next.push(0);
    }
    return isAll;
  }
}
