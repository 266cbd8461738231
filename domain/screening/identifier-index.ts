import type { IdentifierKind, ListEntry } from '../lists/list-entry.ts';
import { identifierKey } from './identifier-key.ts';
import type { QueryIdentifier } from './screening.ts';

export interface IdentifierHit {
  readonly entry: ListEntry;
  readonly kind: IdentifierKind;
}

/** Listed parties by the identifiers that the list gives for them. */
export class IdentifierIndex {
  readonly #hits = new Map<string, IdentifierHit[]>();

  constructor(entries: readonly ListEntry[]) {
    for (const entry of entries) {
      for (const { kind, value } of entry.identifiers) {
        const key = identifierKey(value);
        if (key === null) continue;
        const hits = this.#hits.get(key);
        if (hits === undefined) this.#hits.set(key, [{ entry, kind }]);
        else hits.push({ entry, kind });
      }
    }
  }

  find({ kind, value }: QueryIdentifier): readonly IdentifierHit[] {
    const key = identifierKey(value);
    const hits = key === null ? [] : (this.#hits.get(key) ?? []);
    return kind === undefined ? hits : hits.filter((hit) => hit.kind === kind);
  }
}
