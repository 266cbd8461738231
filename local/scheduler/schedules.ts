import type { Timer } from '../clock/clock.ts';
import { gatewayClient } from '../gateway-client.ts';
import type { Surroundings } from '../surroundings.ts';
import { deadLetter, deliveryFor } from './deliver.ts';
import type { ScheduleDefinition } from './schedule-definition.ts';
import { nextOccurrence, type ScheduleTiming } from './schedule-expression.ts';
import { ScheduleStore } from './schedule-store.ts';
import { targetInput } from './target-input.ts';

export interface ListedSchedule {
  readonly name: string;
  readonly expression: string;
  readonly isEnabled: boolean;
  /** ms since the epoch; undefined when nothing is due any more. */
  readonly nextDue: number | undefined;
}

export interface SchedulesOptions {
  readonly endpoint: () => string;
  readonly log: (line: string) => void;
}

/**
 * The schedules, on the simulated clock. A clock that was stopped past several occurrences makes up for them with one
 * call, for the first that was missed, as nobody needs yesterday's hourly pass twenty-four times.
 */
export class Schedules {
  readonly #surroundings: Surroundings;
  readonly #options: SchedulesOptions;
  readonly #store: ScheduleStore;
  readonly #definitions = new Map<string, ScheduleDefinition>();
  readonly #timers = new Map<string, Timer>();
  readonly #delivering = new Set<Promise<void>>();

  constructor(surroundings: Surroundings, options: SchedulesOptions) {
    this.#surroundings = surroundings;
    this.#options = options;
    this.#store = new ScheduleStore(surroundings.database);
  }

  /** @throws Error for an expression or target that cannot be run */
  add(definition: ScheduleDefinition): void {
    deliveryFor(definition.target.arn);
    const known = this.#store.find(definition.arn);
    const timing = JSON.stringify([
      definition.expression,
      definition.timezone,
      definition.startsAt,
      definition.endsAt,
    ]);
    this.#definitions.set(definition.name, definition);
    if (known?.timing === timing) return;
    const createdAt = this.#surroundings.clock.now();
    const nextDue = this.#nextDue(definition, createdAt, createdAt);
    this.#store.put(definition.arn, { timing, createdAt, nextDue });
  }

  /** Arms every enabled schedule. Call it once everything is deployed. */
  start(): void {
    for (const definition of this.#definitions.values()) this.#arm(definition);
  }

  list(): ListedSchedule[] {
    return [...this.#definitions.values()].map((definition) => ({
      name: definition.name,
      expression: definition.expression,
      isEnabled: definition.isEnabled,
      nextDue: this.#store.find(definition.arn)?.nextDue ?? undefined,
    }));
  }

  /**
   * Calls a schedule's target now, whenever it is due; its next due time stays.
   * @throws Error when there is no such schedule, or what the target answered, such as AccessDeniedException
   */
  async fire(name: string): Promise<void> {
    const definition = this.#find(name);
    await this.#deliver(definition, this.#surroundings.clock.now());
  }

  /**
   * Stops a schedule from firing by itself until `resume`. Whoever moves the clock by months pauses what fires every
   * minute, and fires it where it matters.
   */
  pause(name: string): void {
    this.#timers.get(this.#find(name).name)?.cancel();
    this.#timers.delete(name);
  }

  /** Lets a paused schedule fire again, next after now: what fell into the pause is not made up for. */
  resume(name: string): void {
    const definition = this.#find(name);
    if (this.#timers.has(name)) return;
    this.#moveOn(definition);
    this.#arm(definition);
  }

  get isIdle(): boolean {
    return this.#delivering.size === 0;
  }

  /** Resolves when no target is being called. */
  async idle(): Promise<void> {
    while (this.#delivering.size > 0) await Promise.allSettled(this.#delivering);
  }

  async close(): Promise<void> {
    for (const timer of this.#timers.values()) timer.cancel();
    this.#timers.clear();
    await this.idle();
  }

  #find(name: string): ScheduleDefinition {
    const definition = this.#definitions.get(name);
    if (definition) return definition;
    throw new Error(`no schedule is called ${name}; there are ${[...this.#definitions.keys()].join(', ')}`);
  }

  #arm(definition: ScheduleDefinition, nextDue = this.#store.find(definition.arn)?.nextDue): void {
    if (!definition.isEnabled || nextDue === null || nextDue === undefined) return;
    const timer = this.#surroundings.clock.at(nextDue, () => {
      this.#occur(definition, nextDue);
    });
    this.#timers.set(definition.name, timer);
  }

  #occur(definition: ScheduleDefinition, scheduledAt: number): void {
    const createdAt = this.#store.find(definition.arn)?.createdAt ?? scheduledAt;
    const nextDue = this.#nextDue(definition, createdAt, this.#surroundings.clock.now());
    const delivering = this.#deliver(definition, scheduledAt)
      .catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        this.#options.log(`schedule ${definition.name} could not call ${definition.target.arn}: ${reason}`);
      })
      .finally(() => {
        // Not before the call: a process killed in between makes it when it starts again.
        this.#remember(definition, nextDue);
        this.#delivering.delete(delivering);
      });
    this.#delivering.add(delivering);
    this.#arm(definition, nextDue);
  }

  #moveOn(definition: ScheduleDefinition): void {
    const state = this.#store.find(definition.arn);
    if (!state) return;
    this.#remember(definition, this.#nextDue(definition, state.createdAt, this.#surroundings.clock.now()));
  }

  /** A slow call must not put the due time back behind what a later one has noted. */
  #remember(definition: ScheduleDefinition, nextDue: number | null): void {
    const state = this.#store.find(definition.arn);
    if (!state || (nextDue !== null && nextDue <= (state.nextDue ?? 0))) return;
    this.#store.put(definition.arn, { ...state, nextDue });
  }

  #nextDue(definition: ScheduleDefinition, createdAt: number, after: number): number | null {
    const { expression, timezone, startsAt, endsAt } = definition;
    const timing: ScheduleTiming = { expression, timezone, anchor: startsAt ?? createdAt };
    const next = nextOccurrence(timing, Math.max(after, (startsAt ?? 0) - 1));
    return next === undefined || (endsAt !== undefined && next > endsAt) ? null : next;
  }

  async #deliver(definition: ScheduleDefinition, scheduledAt: number): Promise<void> {
    const { region, account, meter } = this.#surroundings;
    const { target } = definition;
    const client = gatewayClient(this.#options.endpoint(), region, target.roleName);
    const input = targetInput(definition, scheduledAt, { region, account });
    meter.record('scheduler.invocation', 1, target.roleName);
    try {
      await deliveryFor(target.arn)(target, input, client);
    } catch (error) {
      if (!target.deadLetterQueueArn) throw error;
      const queueName = target.deadLetterQueueArn.split(':').at(-1) ?? '';
      await deadLetter(`${client.endpoint}/${account}/${queueName}`, input, client);
    }
  }
}
