import { createHash } from 'node:crypto';
import { TooManyIdsError } from './reporting-errors.ts';

/** 128 bits of SHA-256: among a billion ids the chance that any two collide is below 10^-20. */
const keyWords = 4;
const firstSlots = 1024;

/**
 * Which ids were met, and one 32-bit value for each. Ids are kept as digests in one flat table at most half full, so a
 * slot is 20 bytes and memory is bounded by `maximum`, whatever the length of the ids: 40 bytes for each id when the
 * maximum is a power of two, and half as much again while the table doubles.
 */
export class IdTable {
  private readonly maximum: number;
  private readonly what: string;
  private keys = new Uint32Array(firstSlots * keyWords);
  private values = new Uint32Array(firstSlots);
  private used = 0;
  /** The key being looked up: one for all, because a fresh one for each of millions of ids is mostly garbage. */
  private readonly key = new Uint32Array(keyWords);

  /** @param what the ids' plural, for the error message */
  constructor(what: string, maximum: number) {
    this.what = what;
    this.maximum = maximum;
  }

  get size(): number {
    return this.used;
  }

  /**
   * @param merge gets the value held, or undefined for an id not met before, and gives the one to hold: not zero
   * @throws TooManyIdsError beyond the maximum
   */
  update(id: string, merge: (held: number | undefined) => number): void {
    this.readKey(id);
    const slot = this.slotOf(this.key);
    const held = this.values[slot];
    this.values[slot] = merge(held === 0 ? undefined : held);
    if (held !== 0) return;
    this.keys.set(this.key, slot * keyWords);
    this.used += 1;
    if (this.used > this.maximum) {
      throw new TooManyIdsError(
        `expected at most ${this.maximum} distinct ${this.what}, found more: raise the limit, and the memory with it (60 bytes each)`,
      );
    }
    if (this.used * 2 > this.values.length) this.grow();
  }

  *held(): Generator<number> {
    for (const value of this.values) if (value !== 0) yield value;
  }

  private readKey(id: string): void {
    const digest = createHash('sha256').update(id, 'utf8').digest();
    for (let word = 0; word < keyWords; word += 1) this.key[word] = digest.readUInt32LE(word * 4);
  }

  /** The slot of this key, or the empty one where it belongs. */
  private slotOf(key: Uint32Array): number {
    const mask = this.values.length - 1;
    let slot = (key[0] ?? 0) & mask;
    while (this.values[slot] !== 0 && !this.holds(slot, key)) slot = (slot + 1) & mask;
    return slot;
  }

  private holds(slot: number, key: Uint32Array): boolean {
    const at = slot * keyWords;
    for (let word = 0; word < keyWords; word += 1) if (this.keys[at + word] !== key[word]) return false;
    return true;
  }

  private grow(): void {
    const { keys, values } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.values = new Uint32Array(values.length * 2);
    values.forEach((value, index) => {
      if (value === 0) return;
      const key = keys.subarray(index * keyWords, (index + 1) * keyWords);
      const slot = this.slotOf(key);
      this.keys.set(key, slot * keyWords);
      this.values[slot] = value;
    });
  }
}
