/**
 * One writer at a time. It makes every write atomic against the others, transactions included, where AWS would
 * answer TransactionConflictException; reads of single items do not queue, since a commit appears as a whole.
 */
export class WriteQueue {
  #last: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#last.then(task);
    // A failed write is its caller's affair and does not hold up the next.
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Resolves when everything queued so far has ended, well or badly. */
  async settled(): Promise<void> {
    await this.#last;
  }
}
