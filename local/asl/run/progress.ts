/** What a visit to a state has already set going, so that a new process does not set it going again. */
export interface ProgressNote {
  /** A Wait's end, in ms since the epoch. */
  readonly waitUntil?: number;
  /** The token that a `.waitForTaskToken` task gave out. */
  readonly token?: string;
  /** The execution that a `.sync:2` task started. */
  readonly child?: string;
  /** The Map Run that a distributed Map has begun. */
  readonly mapRun?: string;
  /** RedriveExecution was called, and the state was not entered since. */
  readonly isRedriven?: true;
}

export interface Progress {
  /** The latest note on this visit; after a restart, that of the process before. */
  noted(): ProgressNote;
  note(note: ProgressNote): void;
}

/** For states inside a Parallel or a Map, which start again as a whole after a restart. */
export function forgetfulProgress(): Progress {
  let latest: ProgressNote = {};
  return {
    noted: () => latest,
    note: (note) => {
      latest = note;
    },
  };
}
