import type { StakeGraph } from '../stake-graph.ts';

/**
 * The entities in groups: each group is one entity, or a circle of entities that hold each other. Owners come before
 * what they own, so that a group can be solved when all before it are (Tarjan's strongly connected components).
 */
export function groupsInOrder({ rows }: StakeGraph): number[][] {
  const visit = new Visit(rows.map((row) => row?.stakes.map(({ owner }) => owner) ?? []));
  rows.forEach((row, entity) => {
    if (row) visit.from(entity);
  });
  return visit.groups.filter(([first]) => first !== undefined && rows[first] !== undefined);
}

interface Frame {
  readonly node: number;
  next: number;
}

/** With a stack of its own: chains of owners may be deeper than that of the machine. */
class Visit {
  readonly groups: number[][] = [];
  readonly #owners: readonly (readonly number[])[];
  readonly #order: number[] = [];
  readonly #lowest: number[] = [];
  readonly #open: number[] = [];
  readonly #isOpen: boolean[] = [];
  #count = 0;

  constructor(owners: readonly (readonly number[])[]) {
    this.#owners = owners;
  }

  from(start: number): void {
    if (this.#order[start] !== undefined) return;
    const frames = [this.#enter(start)];
    for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
      const owner = this.#owners[frame.node]?.[frame.next];
      frame.next += 1;
      if (owner === undefined) {
        frames.pop();
        this.#leave(frame.node, frames.at(-1)?.node);
      } else if (this.#order[owner] === undefined) {
        frames.push(this.#enter(owner));
      } else if (this.#isOpen[owner]) {
        this.#lower(frame.node, this.#order[owner]);
      }
    }
  }

  #enter(node: number): Frame {
    this.#order[node] = this.#lowest[node] = this.#count;
    this.#count += 1;
    this.#open.push(node);
    this.#isOpen[node] = true;
    return { node, next: 0 };
  }

  #leave(node: number, parent: number | undefined): void {
    const lowest = this.#lowest[node] ?? 0;
    if (parent !== undefined) this.#lower(parent, lowest);
    if (lowest !== this.#order[node]) return;
    const group = this.#open.splice(this.#open.lastIndexOf(node));
    for (const member of group) this.#isOpen[member] = false;
    this.groups.push(group.sort((left, right) => left - right));
  }

  #lower(node: number, to: number): void {
    this.#lowest[node] = Math.min(this.#lowest[node] ?? to, to);
  }
}
