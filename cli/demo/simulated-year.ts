import type { SimulatedClock } from '../../local/clock/simulated-clock.ts';
import { AnswerIsNoError, CouldNotTellError } from '../outcome-errors.ts';
import { backlog } from '../stage/backlog.ts';
import type { LocalStage } from '../stage/local-stage.ts';
import type { NoticeReceiver } from '../stage/notice-receiver.ts';
import { firstDenied } from '../stage/troubles.ts';
import type { Progress } from '../terminal/progress.ts';
import type { ProgressFile } from './progress-file.ts';
import { within } from './within.ts';
import type { YearPlan } from './year-plan.ts';

// On a busy machine of two cores a wave of 260 accounts takes half a minute; three of these mean that it is stuck.
const settleWithinSeconds = 120;

// A message that was in work when its process was killed becomes visible after 180 s (lib/storage/queues.ts), a notice
// is swept after 120 s. A few rounds of more than either bring every repeat in.
const patienceMs = 200_000;
const rounds = 8;

/** The running demonstration: the stage, the time it stands at, and what watches over it. */
export class SimulatedYear {
  readonly stage: LocalStage;
  readonly plan: YearPlan;
  readonly receiver: NoticeReceiver;
  readonly file: ProgressFile;
  readonly progress: Progress;
  readonly #clock: SimulatedClock;
  readonly #frequent: readonly string[];
  readonly #daily: readonly string[];

  constructor(
    parts: Pick<SimulatedYear, 'stage' | 'plan' | 'receiver' | 'file' | 'progress'>,
    clock: SimulatedClock,
  ) {
    this.stage = parts.stage;
    this.plan = parts.plan;
    this.receiver = parts.receiver;
    this.file = parts.file;
    this.progress = parts.progress;
    this.#clock = clock;
    // What runs every few minutes or days would run a quarter of a million times: it runs where the story asks for it.
    const { schedules } = this.stage.aws;
    this.#frequent = schedules.list().flatMap(({ name, expression }) => (isFrequent(expression) ? name : []));
    this.#daily = schedules.list().flatMap(({ name, expression }) => (isDaily(expression) ? name : []));
    for (const name of [...this.#frequent, ...this.#daily]) schedules.pause(name);
  }

  now(): Date {
    return new Date(this.#clock.now());
  }

  /** Lets time pass; what falls due on the way happens at its own time. */
  async passUntil(instant: string): Promise<void> {
    const target = Date.parse(instant);
    if (target <= this.#clock.now()) return;
    const settled = () => this.stage.aws.settled();
    await within(
      settleWithinSeconds,
      `everything due before ${instant}`,
      this.#clock.advanceTo(target, settled),
    );
    this.file.setClock(this.#clock.now());
  }

  /** Runs what would have run all along: the sweep, the sequencer of the audit log, its verification. */
  async keepHouse(): Promise<void> {
    await this.passUntil(new Date(this.#clock.now() + patienceMs).toISOString());
    for (const name of this.#frequent) {
      await this.stage.aws.schedules.fire(name);
      await this.#settle(`the scheduled ${name}`);
    }
    this.#complain();
  }

  /** Runs what is due every night: every owner is screened again. */
  async rescreen(): Promise<void> {
    for (const name of this.#daily) {
      await this.stage.aws.schedules.fire(name);
      await this.#settle(`the scheduled ${name}`);
    }
    this.#complain();
  }

  /**
   * Waits until every accepted event has been decided, or waits for a person.
   * @throws AnswerIsNoError when an event was parked or an execution failed, with the cause
   */
  async workedOff(what: string): Promise<void> {
    for (let round = 0; round < rounds; round += 1) {
      await this.#settle(what);
      const left = await backlog(this.stage);
      this.#complain();
      if (left.parked.length > 0 || left.failed.length > 0) throw parked(left.parked, left.failed);
      if (left.received === 0 && left.working === 0) return;
      await this.keepHouse();
    }
    throw new CouldNotTellError(`${what}: something still waits after ${rounds} rounds of retries`);
  }

  async #settle(what: string): Promise<void> {
    const { aws } = this.stage;
    await within(settleWithinSeconds, what, aws.settled()).catch((error: unknown) => {
      this.#complain();
      throw error;
    });
  }

  #complain(): void {
    const trouble = firstDenied(this.stage);
    if (trouble !== null) throw new AnswerIsNoError(trouble);
  }
}

function parked(events: readonly string[], causes: readonly string[]): AnswerIsNoError {
  return new AnswerIsNoError(
    [`${events.length} events could not be processed and are parked:`, ...events.slice(0, 5), ...causes].join(
      '\n  ',
    ),
  );
}

function isFrequent(expression: string): boolean {
  return expression.startsWith('rate(');
}

/** At one time of every day. */
function isDaily(expression: string): boolean {
  return /^cron\(\d+ \d+ \* \* \? \*\)$/.test(expression);
}
