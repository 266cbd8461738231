/** Neither `States.ALL` nor `States.TaskFailed` stands for these (Developer Guide, "Handling errors"). */
const terminal: ReadonlySet<string> = new Set(['States.Runtime', 'States.DataLimitExceeded']);

/** A missed heartbeat is a kind of time-out: `States.Timeout` matches both (States Language, appendix A). */
const timeouts: ReadonlySet<string> = new Set(['States.Timeout', 'States.HeartbeatTimeout']);

/** Whether the `ErrorEquals` of a Retry or Catch rule covers an error of that name. */
export function errorMatches(errorEquals: readonly string[], error: string): boolean {
  return errorEquals.some((name) => {
    if (name === error) return true;
    if (name === 'States.ALL') return !terminal.has(error);
    if (name === 'States.Timeout') return timeouts.has(error);
    if (name === 'States.TaskFailed') return !timeouts.has(error) && !terminal.has(error);
    return false;
  });
}
