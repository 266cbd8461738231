import type { TreeHead } from './checkpoint.ts';

/** An entry as stored. `text` is the canonical JSON; `sequence` its place in the log, null while it waits. */
export interface StoredEntry {
  /** As `auditEntryKey` makes it. */
  readonly key: string;
  readonly text: string;
  readonly sequence: number | null;
}

/** Where the log stands. `version` grows by one with every write, so that of two writers one is refused. */
export interface LogState extends TreeHead {
  readonly version: number;
  /** Keys of the batch being appended, in order; null between batches. Whoever finds one finishes it. */
  readonly pending: readonly string[] | null;
}

export interface LogStateStore {
  /** Strongly consistent. The state of a log nobody wrote yet is version 0, size 0, the root of nothing. */
  read(): Promise<LogState>;
  /** False, and nothing is written, unless the stored version is `next.version - 1`. */
  replace(next: LogState): Promise<boolean>;
}

export interface EntryStore {
  /**
   * Entries that wait, lowest (at, id) first. An entry written lately may be missing, but none that was marked
   * before this call is returned.
   */
  waiting(limit: number): Promise<readonly StoredEntry[]>;
  /** Strongly consistent, in no particular order; keys that are not stored are left out. */
  find(keys: readonly string[]): Promise<readonly StoredEntry[]>;
  /** Gives each entry its place in the log. Repeatable; throws when one has another place already. */
  markSequenced(places: readonly { readonly key: string; readonly sequence: number }[]): Promise<void>;
}

export interface PublishedCheckpoint {
  readonly bytes: Uint8Array;
  /** Opaque; says which version was read. */
  readonly tag: string;
}

export interface TileStore {
  /** Null when nothing is stored at `path`. */
  read(path: string): Promise<Uint8Array | null>;
  /** Repeatable with the same bytes; throws TileConflictError when other bytes are stored at `path`. */
  writeOnce(path: string, bytes: Uint8Array): Promise<void>;
  readCheckpoint(): Promise<PublishedCheckpoint | null>;
  /** False, and nothing is written, unless the published checkpoint is still the one with `tag` (null: none). */
  replaceCheckpoint(bytes: Uint8Array, tag: string | null): Promise<boolean>;
}

export interface NoteSigner {
  /** Also the log's origin line. */
  readonly keyName: string;
  /** 32 bytes, Ed25519. */
  publicKey(): Promise<Uint8Array>;
  /** 64 bytes over the message itself, not over a digest of it. */
  sign(message: Uint8Array): Promise<Uint8Array>;
}

export interface SequencerPorts {
  readonly state: LogStateStore;
  readonly entries: EntryStore;
  readonly tiles: TileStore;
  readonly signer: NoteSigner;
}
