import type { XmlListOptions } from './xml-list-reading.ts';
import { fileRefused, quoted, recordRefused } from './xml-refusal.ts';

/** What OFAC calls its two files' contents; the consolidated list is the sum of the lists other than SDN. */
const ownTitles: ReadonlyMap<string, string> = new Map([
  ['ofac-sdn', 'SDN List'],
  ['ofac-cons', 'Consolidated List'],
]);

/** Counts the parties of a file: each once, at least one, and of the list that was asked for. */
export class PartyCensus {
  readonly #options: XmlListOptions;
  readonly #seen = new Set<string>();
  readonly #sublists = new Map<string, number>();

  constructor(options: XmlListOptions) {
    this.#options = options;
  }

  get sublists(): ReadonlyMap<string, number> {
    return new Map([...this.#sublists].sort(([left], [right]) => (left < right ? -1 : 1)));
  }

  add(entryId: string, row: number, sublists: readonly string[]): void {
    if (this.#seen.has(entryId)) {
      throw recordRefused(this.#options.file, row, 'each party once', `number ${entryId} again`);
    }
    this.#seen.add(entryId);
    for (const sublist of new Set(sublists)) {
      this.#sublists.set(sublist, (this.#sublists.get(sublist) ?? 0) + 1);
    }
  }

  refuseEmpty(): void {
    if (this.#seen.size === 0) throw fileRefused(this.#options.file, 'at least one party', 'none');
  }

  /** @param titles the lists that the file says it holds; none where it does not say */
  refuseOtherList(titles: readonly string[]): void {
    const expected = ownTitles.get(this.#options.list);
    if (expected === undefined || titles.length === 0 || titles.includes(expected)) return;
    const whatToDo = 'Take the file of this list, or call the list by its own name';
    throw fileRefused(this.#options.file, `the ${expected}`, quoted(titles.join(', ')), whatToDo);
  }
}
