/**
 * Start and end of an execution are not counted: by a secondary text only the history events ending in `Entered` are. Kept as a
 * number, so that a real bill can correct it.
 */
const extraPerExecution = 0;

/**
 * Transitions of one Standard execution.
 *
 * @param statesEntered every state each time it is entered, those inside Map and Parallel included
 * @param retries attempts after the first
 */
export function standardTransitions(statesEntered: number, retries: number): number {
  return statesEntered + retries + extraPerExecution;
}
