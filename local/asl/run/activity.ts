import { setImmediate as nextTurn } from 'node:timers/promises';

/**
 * Counts the flows that are doing work. One that waits for the clock, a task token or its own branches is resting:
 * nothing will happen to it until somebody else acts.
 */
export class Activity {
  #busy = 0;
  readonly #watchers: (() => void)[] = [];

  async work<T>(task: () => Promise<T>): Promise<T> {
    this.#busy += 1;
    try {
      return await task();
    } finally {
      this.#settle();
    }
  }

  /** Waits for `waiting` without counting as busy; to be called from inside `work`. */
  async rest<T>(waiting: Promise<T>): Promise<T> {
    this.#settle();
    try {
      return await waiting;
    } finally {
      this.#busy += 1;
    }
  }

  /** Resolves when nothing has been busy for a whole turn, so that whatever just woke up is seen. */
  async idle(): Promise<void> {
    do {
      await nextTurn();
      while (this.#busy > 0) {
        await new Promise<void>((resolve) => {
          this.#watchers.push(resolve);
        });
      }
      await nextTurn();
    } while (this.#isBusy());
  }

  #isBusy(): boolean {
    return this.#busy > 0;
  }

  #settle(): void {
    this.#busy -= 1;
    if (this.#busy > 0) return;
    for (const watcher of this.#watchers.splice(0)) watcher();
  }
}
