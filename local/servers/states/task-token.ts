import { AslError } from '../../asl/errors/asl-error.ts';
import type { Json } from '../../asl/json.ts';
import { abortable } from '../../asl/run/abortable.ts';
import type { OpenToken } from '../../asl/run/ports.ts';
import type { Clock, Timer } from '../../clock/clock.ts';
import type { TokenRow, TokenStore } from './store/token-store.ts';

/** What ends the wait for a token. */
export type TokenAnswer = { readonly output: Json } | { readonly error: string; readonly cause: string };

export interface TokenKeeping {
  readonly store: TokenStore;
  readonly clock: Clock;
  /** Whether the service goes down: the token then stays open for the next process. */
  isClosing(): boolean;
  /** The integration has been called: from here on no process calls it again with this token. */
  onSubmit(token: string): void;
  onClose(token: string): void;
}

/** One token that somebody in this process waits for. Its deadlines stand in the database, as absolute times. */
export class TaskToken implements OpenToken {
  readonly token: string;
  readonly isSubmitted: boolean;
  readonly #keeping: TokenKeeping;
  readonly #answered = Promise.withResolvers<Json>();
  readonly #timeout: Timer | undefined;
  #heartbeat: Timer | undefined;
  #isOpen = true;

  constructor(row: TokenRow, keeping: TokenKeeping) {
    this.token = row.token;
    this.isSubmitted = row.isSubmitted === 1;
    this.#keeping = keeping;
    // Nobody may be waiting yet when the answer is an error.
    this.#answered.promise.catch(() => undefined);
    if (row.answer !== null) {
      this.deliver(JSON.parse(row.answer) as TokenAnswer);
      return;
    }
    this.#timeout = this.#expireAt(row.timeoutAt, 'States.Timeout');
    this.#heartbeat = this.#expireAt(row.heartbeatAt, 'States.HeartbeatTimeout');
  }

  markSubmitted(): void {
    this.#keeping.onSubmit(this.token);
  }

  isOpen(): boolean {
    return this.#isOpen;
  }

  answer(signal: AbortSignal): Promise<Json> {
    return abortable(this.#answered.promise, signal);
  }

  /** Hands the answer to the waiting state. */
  deliver(answer: TokenAnswer): void {
    this.#isOpen = false;
    this.#stopTimers();
    if ('output' in answer) this.#answered.resolve(answer.output);
    else this.#answered.reject(new AslError(answer.error, answer.cause));
  }

  /** Moves the heartbeat's deadline. */
  beat(heartbeatAt: number): void {
    this.#heartbeat?.cancel();
    this.#heartbeat = this.#expireAt(heartbeatAt, 'States.HeartbeatTimeout');
  }

  close(): void {
    this.#isOpen = false;
    this.#stopTimers();
    this.#keeping.onClose(this.token);
    if (!this.#keeping.isClosing()) this.#keeping.store.close(this.token);
  }

  #expireAt(dueAt: number | null, error: string): Timer | undefined {
    if (dueAt === null) return undefined;
    return this.#keeping.clock.at(dueAt, () => {
      const answer: TokenAnswer = { error, cause: '' };
      if (this.#keeping.store.answer(this.token, JSON.stringify(answer))) this.deliver(answer);
    });
  }

  #stopTimers(): void {
    this.#timeout?.cancel();
    this.#heartbeat?.cancel();
  }
}
