import { hash } from 'node:crypto';
import type { EntryFacts } from './entry-form.ts';
import type { EntryProblem } from './explain-entry.ts';

/**
 * Notices a repeated entry id, and a gap or repeat in a subject's revisions. To bound the memory it can look at one
 * share of the ids and subjects at a time: `share` of `shares`, over as many passes.
 */
export class EntrySequence {
  readonly #share: number;
  readonly #shares: number;
  readonly #ids = new Set<string>();
  readonly #revisions = new Map<string, number>();

  constructor(share: number, shares: number) {
    this.#share = share;
    this.#shares = shares;
  }

  /** To be called for each entry in the order of the log. */
  next({ id, subject, revision }: EntryFacts): EntryProblem | null {
    return this.#checkId(id) ?? this.#checkRevision(subject, revision);
  }

  #checkId(id: string): EntryProblem | null {
    if (!this.#isOurs(id)) return null;
    if (this.#ids.has(id)) {
      return { because: 'the entry id occurs twice', expected: 'an id no earlier entry has', found: id };
    }
    this.#ids.add(detached(id));
    return null;
  }

  #checkRevision(subject: string, revision: number): EntryProblem | null {
    if (!this.#isOurs(subject)) return null;
    const before = this.#revisions.get(subject);
    if (revision !== (before ?? 0) + 1) {
      return {
        because: `the entries of ${subject.replace('#', ' ')} do not follow each other: one is missing or repeated`,
        expected: `revision ${(before ?? 0) + 1}`,
        found: `revision ${revision}`,
      };
    }
    this.#revisions.set(before === undefined ? detached(subject) : subject, revision);
    return null;
  }

  #isOurs(key: string): boolean {
    // By hash, so that nobody can choose ids that all fall into one share.
    return this.#shares === 1 || hash('sha256', key, 'buffer').readUInt32BE() % this.#shares === this.#share;
  }
}

/** A copy of its own: what a pattern captures is a view that would keep the whole bundle in memory. */
function detached(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}
