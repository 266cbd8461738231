import { AslError } from './asl-error.ts';

/** Why work was cut short from outside. Never retried and never caught by a state. */
export abstract class Interruption extends Error {}

/** Another branch or iteration of the same state failed. */
export class SiblingFailed extends Interruption {
  override readonly name = 'SiblingFailed';
}

/** The whole machine ran longer than its `TimeoutSeconds`. */
export class ExecutionTimedOut extends Interruption {
  override readonly name = 'ExecutionTimedOut';
}

/** Somebody called StopExecution. */
export class ExecutionStopped extends Interruption {
  override readonly name = 'ExecutionStopped';
  readonly error: string | undefined;
  readonly causeText: string | undefined;

  constructor(error?: string, causeText?: string) {
    super('the execution was stopped');
    this.error = error;
    this.causeText = causeText;
  }
}

/** The embedded AWS goes down; the execution stays RUNNING and continues at the next start. */
export class ServiceClosed extends Interruption {
  override readonly name = 'ServiceClosed';
}

/** The history is full. An interruption, because AWS lets no Catch get past it. */
export class HistoryFull extends Interruption {
  override readonly name = 'HistoryFull';
  readonly error = new AslError(
    'States.Runtime',
    'The execution reached the maximum number of history events (25000).',
  );
}

export function isClosing(signal: AbortSignal): boolean {
  return signal.aborted && signal.reason instanceof ServiceClosed;
}
