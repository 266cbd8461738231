import { randomBytes } from 'node:crypto';
import { isClosing } from '../../asl/errors/interruption.ts';
import type { TaskTokens } from '../../asl/run/ports.ts';
import type { Clock } from '../../clock/clock.ts';
import { ServiceError } from '../service-error.ts';
import type { Execution } from './store/execution-store.ts';
import type { HistoryStore } from './store/history-store.ts';
import type { TokenRow, TokenStore } from './store/token-store.ts';
import { TaskToken, type TokenAnswer } from './task-token.ts';

/** Gives out task tokens and takes the answers, each token once. */
export class TokenDesk {
  readonly #store: TokenStore;
  readonly #history: HistoryStore;
  readonly #clock: Clock;
  readonly #waiting = new Map<string, TaskToken>();

  constructor(store: TokenStore, history: HistoryStore, clock: Clock) {
    this.#store = store;
    this.#history = history;
    this.#clock = clock;
  }

  /** The tokens of one execution; `signal` is the one that stops it. */
  tokensOf(execution: Execution, signal: AbortSignal): TaskTokens {
    const waitFor = (row: TokenRow): TaskToken => {
      const token = new TaskToken(row, {
        store: this.#store,
        clock: this.#clock,
        isClosing: () => isClosing(signal),
        onSubmit: (submitted) => {
          this.#history.flushWith(() => {
            this.#store.markSubmitted(submitted);
          });
        },
        onClose: (closed) => this.#waiting.delete(closed),
      });
      this.#waiting.set(row.token, token);
      return token;
    };
    return {
      create: ({ timeoutSeconds, heartbeatSeconds }) => {
        const row = this.#newRow(execution, timeoutSeconds, heartbeatSeconds);
        this.#store.add(row);
        return waitFor(row);
      },
      reopen: (token) => {
        const row = this.#store.find(token);
        return row && row.status !== 'closed' ? waitFor(row) : undefined;
      },
    };
  }

  /** @throws ServiceError TaskDoesNotExist */
  find(token: string): TokenRow {
    const row = this.#store.find(token);
    if (!row)
      throw new ServiceError('TaskDoesNotExist', 'Task does not exist: no such task token was given out');
    return row;
  }

  /** @throws ServiceError TaskTimedOut when the token has been answered, or its task has ended */
  answer(token: string, answer: TokenAnswer): void {
    if (!this.#store.answer(token, JSON.stringify(answer))) throw timedOut();
    this.#waiting.get(token)?.deliver(answer);
  }

  /** @throws ServiceError TaskTimedOut */
  beat(token: string): void {
    const row = this.find(token);
    if (row.status !== 'open') throw timedOut();
    if (row.heartbeatMs === null) return;
    const heartbeatAt = this.#clock.now() + row.heartbeatMs;
    this.#store.beat(token, heartbeatAt);
    this.#waiting.get(token)?.beat(heartbeatAt);
  }

  /** Closes tokens an earlier process left behind, but for the one its execution still waits for. */
  closeOthers(executionArn: string, kept: string | undefined): void {
    this.#store.closeOthers(executionArn, kept);
  }

  #newRow(execution: Execution, timeout: number | undefined, heartbeat: number | undefined): TokenRow {
    const now = this.#clock.now();
    const after = (seconds: number | undefined) =>
      seconds === undefined ? null : Math.round(now + seconds * 1000);
    return {
      token: randomBytes(48).toString('base64'),
      executionArn: execution.arn,
      machineArn: execution.machineArn,
      status: 'open',
      isSubmitted: 0,
      timeoutAt: after(timeout),
      heartbeatMs: heartbeat === undefined ? null : Math.round(heartbeat * 1000),
      heartbeatAt: after(heartbeat),
      answer: null,
    };
  }
}

function timedOut(): ServiceError {
  return new ServiceError(
    'TaskTimedOut',
    'Task Timed Out: the token has expired, or the task associated with it has already been closed',
  );
}
