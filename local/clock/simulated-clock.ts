import type { Clock, Timer } from './clock.ts';

interface Alarm {
  readonly dueAt: number;
  readonly order: number;
  readonly task: () => void;
}

// setTimeout overflows above 2^31 - 1 ms (24.8 days), so a longer sleep is taken in pieces.
const longestSleepMs = 2 ** 31 - 1;

/**
 * A clock that runs at real speed and can be moved forward. Moving it fires every alarm that falls due, in order,
 * with `now()` standing at each alarm's time; between two alarms it waits for `settled`, so that what an alarm
 * started is finished before the next one fires.
 *
 * `offsetCell` is shared with the Lambda workers: their `Date` adds the same offset.
 */
export class SimulatedClock implements Clock {
  readonly offsetCell: SharedArrayBuffer;
  readonly #offset: BigInt64Array;
  readonly #alarms = new Set<Alarm>();
  #order = 0;
  #sleep: NodeJS.Timeout | undefined;

  /** @param startAt where the clock stands at first, in ms since the epoch; the machine's own time if left out */
  constructor(startAt: number = Date.now()) {
    this.offsetCell = new SharedArrayBuffer(BigInt64Array.BYTES_PER_ELEMENT);
    this.#offset = new BigInt64Array(this.offsetCell);
    this.#moveTo(startAt);
  }

  now(): number {
    return Date.now() + Number(Atomics.load(this.#offset, 0));
  }

  at(dueAt: number, task: () => void): Timer {
    const alarm: Alarm = { dueAt, order: this.#order++, task };
    this.#alarms.add(alarm);
    this.#rest();
    return {
      cancel: () => {
        this.#alarms.delete(alarm);
        this.#rest();
      },
    };
  }

  /** Moves forward to `target`; going back is refused. */
  async advanceTo(target: number, settled: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    if (target < this.now()) {
      throw new RangeError(
        `the clock stands at ${new Date(this.now()).toISOString()} and cannot go back to ${new Date(target).toISOString()}`,
      );
    }
    for (let next = this.#next(); next !== undefined && next.dueAt <= target; next = this.#next()) {
      if (next.dueAt > this.now()) this.#moveTo(next.dueAt);
      this.#fire(next);
      await settled();
    }
    if (target > this.now()) this.#moveTo(target);
    this.#rest();
  }

  /** Forgets every alarm, so that the process can end. */
  stop(): void {
    this.#alarms.clear();
    clearTimeout(this.#sleep);
  }

  #next(): Alarm | undefined {
    let first: Alarm | undefined;
    for (const alarm of this.#alarms) {
      if (!first || alarm.dueAt < first.dueAt || (alarm.dueAt === first.dueAt && alarm.order < first.order)) {
        first = alarm;
      }
    }
    return first;
  }

  #fire(alarm: Alarm): void {
    this.#alarms.delete(alarm);
    alarm.task();
  }

  #rest(): void {
    clearTimeout(this.#sleep);
    const next = this.#next();
    if (!next) return;
    this.#sleep = setTimeout(
      () => {
        const due = this.#next();
        if (due && due.dueAt <= this.now()) this.#fire(due);
        this.#rest();
      },
      Math.min(Math.max(0, next.dueAt - this.now()), longestSleepMs),
    );
  }

  #moveTo(time: number): void {
    Atomics.store(this.#offset, 0, BigInt(Math.round(time - Date.now())));
  }
}
