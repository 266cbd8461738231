import type { Clock, Timer } from '../../clock/clock.ts';

interface Alarm {
  readonly dueAt: number;
  readonly timer: Timer;
}

export interface ArrivalsOptions {
  readonly clock: Clock;
  /** When the next hidden message of a queue becomes visible. */
  readonly nextVisibleAt: (queue: string) => number | undefined;
  readonly hasVisible: (queue: string) => boolean;
  /** Told each time a queue that has a visible message may have a new one to give. */
  readonly onVisible: (queue: string) => void;
}

/**
 * Knows when a queue may have something to give: at a send, a deletion that frees a FIFO group, or the end of a delay or
 * visibility timeout. Each queue has one alarm at most, for its next deadline.
 */
export class Arrivals {
  readonly #options: ArrivalsOptions;
  readonly #waiting = new Map<string, Set<() => void>>();
  readonly #alarms = new Map<string, Alarm>();

  constructor(options: ArrivalsOptions) {
    this.#options = options;
  }

  /** Takes effect when the running call has ended, and with it its transaction. */
  announce(queue: string): void {
    queueMicrotask(() => {
      const waiting = [...(this.#waiting.get(queue) ?? [])];
      for (const wake of waiting) wake();
      // What an alarm was set for may be deleted by now, and telling of nothing would cost its hearer a billed receive.
      if (this.#options.hasVisible(queue)) this.#options.onVisible(queue);
    });
  }

  /** Announces the queue when its next hidden message becomes visible. */
  arm(queue: string): void {
    const dueAt = this.#options.nextVisibleAt(queue);
    const alarm = this.#alarms.get(queue);
    if (dueAt === undefined || (alarm && alarm.dueAt <= dueAt)) return;
    alarm?.timer.cancel();
    const timer = this.#options.clock.at(dueAt, () => {
      this.#alarms.delete(queue);
      this.announce(queue);
      this.arm(queue);
    });
    this.#alarms.set(queue, { dueAt, timer });
  }

  /** Resolves at the queue's next announcement, or at the deadline. */
  async next(queue: string, deadline: number): Promise<void> {
    const waiting = this.#waiting.get(queue) ?? new Set();
    this.#waiting.set(queue, waiting);
    await new Promise<void>((resolve) => {
      const timer = this.#options.clock.at(deadline, () => {
        wake();
      });
      const wake = (): void => {
        timer.cancel();
        waiting.delete(wake);
        resolve();
      };
      waiting.add(wake);
    });
  }
}
