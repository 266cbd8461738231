/** Milliseconds since the epoch, as every part of the embedded AWS sees it. */
export interface Clock {
  now(): number;
  /** Runs `task` once `now()` has reached `dueAt`; a due time in the past runs on the next turn. */
  at(dueAt: number, task: () => void): Timer;
}

export interface Timer {
  cancel(): void;
}
