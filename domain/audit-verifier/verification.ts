/** Where a log is bad: an entry by its index from 0, a path within the export, or both. */
export interface Place {
  readonly entry?: number;
  readonly path?: string;
}

export type Verification =
  | {
      readonly verdict: 'verified';
      readonly size: number;
      /** Hex SHA-256; the checkpoint has the same in base64. */
      readonly rootHash: string;
      /** The name of the key. */
      readonly checkpointSignedBy: string;
      /** The key in full, to be compared with the one that was handed over when the log began. */
      readonly vkey: string;
      /** `export`: nobody said which key to expect, and the one that lies beside the log was taken. */
      readonly keyFrom: 'given' | 'export';
      readonly entriesPerSecond: number;
    }
  | {
      readonly verdict: 'failed';
      readonly place: Place;
      readonly expected: string;
      readonly found: string;
      readonly because: string;
    }
  | { readonly verdict: 'undecided'; readonly because: string };

/** Stops the verification: this is the first bad place. The message says why it is one. */
export class LogFault extends Error {
  override readonly name = 'LogFault';
  readonly place: Place;
  readonly expected: string;
  readonly found: string;

  constructor(place: Place, because: string, expected: string, found: string) {
    super(because);
    this.place = place;
    this.expected = expected;
    this.found = found;
  }
}

/** Stops the verification: whether the log is good cannot be told. The message says what is in the way. */
export class CannotTell extends Error {
  override readonly name = 'CannotTell';
}
