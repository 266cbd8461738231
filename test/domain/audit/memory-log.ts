import { generateKeyPairSync, sign } from 'node:crypto';
import { auditEntryKey, auditEntryText, type AuditEntry } from '../../../domain/audit/audit-entry.ts';
import { TileConflictError } from '../../../domain/audit/audit-log-errors.ts';
import { readTreeHead, type TreeHead } from '../../../domain/audit/checkpoint.ts';
import { emptyRoot } from '../../../domain/audit/merkle-hash.ts';
import type {
  EntryStore,
  LogState,
  LogStateStore,
  NoteSigner,
  PublishedCheckpoint,
  SequencerPorts,
  StoredEntry,
  TileStore,
} from '../../../domain/audit/sequencer-ports.ts';
import { logPaths } from '../../../domain/audit/tile-path.ts';

/** The sequencer's ports in memory, with what they must refuse. Shared by several sequencers where a test wants it. */
export class MemoryLog {
  readonly objects = new Map<string, Uint8Array>();
  readonly stored = new Map<string, StoredEntry>();
  /** Keys that the index does not show yet. */
  readonly hidden = new Set<string>();
  readonly publishedSizes: number[] = [];
  readonly signer: NoteSigner;
  current: LogState = {
    version: 0,
    size: 0,
    rootHash: Buffer.from(emptyRoot()).toString('hex'),
    pending: null,
  };
  checkpoint: PublishedCheckpoint | null = null;

  constructor(keyName = 'audit.example.com/kyc') {
    this.signer = ed25519Signer(keyName);
  }

  put(...entries: readonly AuditEntry[]): void {
    for (const entry of entries) {
      const key = auditEntryKey(entry);
      this.stored.set(key, { key, text: auditEntryText(entry), sequence: null });
    }
  }

  get publishedHead(): TreeHead | null {
    return this.checkpoint && readTreeHead(this.checkpoint.bytes);
  }

  get ports(): SequencerPorts {
    return { state: this.state, entries: this.entries, tiles: this.tiles, signer: this.signer };
  }

  readonly state: LogStateStore = {
    read: () => Promise.resolve(this.current),
    replace: (next) => {
      if (next.version !== this.current.version + 1) return Promise.resolve(false);
      this.current = next;
      return Promise.resolve(true);
    },
  };

  readonly entries: EntryStore = {
    waiting: (limit) =>
      Promise.resolve(
        [...this.stored.values()]
          .filter(({ key, sequence }) => sequence === null && !this.hidden.has(key))
          .sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))
          .slice(0, limit),
      ),
    find: (keys) => Promise.resolve(keys.flatMap((key) => this.stored.get(key) ?? [])),
    markSequenced: async (places) => {
      for (const { key, sequence } of places) {
        // One write after the other, so that a test can stop in the middle.
        await Promise.resolve();
        const entry = this.stored.get(key);
        if (!entry || (entry.sequence ?? sequence) !== sequence) throw new Error(`${key} has another place`);
        this.stored.set(key, { ...entry, sequence });
      }
    },
  };

  readonly tiles: TileStore = {
    read: (path) => Promise.resolve(this.objects.get(path) ?? null),
    writeOnce: (path, bytes) => {
      const before = this.objects.get(path);
      if (before && Buffer.compare(before, bytes) !== 0) return Promise.reject(new TileConflictError(path));
      this.objects.set(path, Uint8Array.from(bytes));
      return Promise.resolve();
    },
    readCheckpoint: () => Promise.resolve(this.checkpoint),
    replaceCheckpoint: (bytes, tag) => {
      if ((this.checkpoint?.tag ?? null) !== tag) return Promise.resolve(false);
      this.#requireTiles(bytes);
      this.checkpoint = { bytes: Uint8Array.from(bytes), tag: `"${this.publishedSizes.length}"` };
      return Promise.resolve(true);
    },
  };

  /** Nobody may see a checkpoint before everything it commits to. */
  #requireTiles(checkpoint: Uint8Array): void {
    const size = readTreeHead(checkpoint)?.size ?? 0;
    for (const path of logPaths(size)) {
      if (!this.objects.has(path)) throw new Error(`the checkpoint of size ${size} came before ${path}`);
    }
    this.publishedSizes.push(size);
  }
}

export function ed25519Signer(keyName: string): NoteSigner {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
  return {
    keyName,
    publicKey: () => Promise.resolve(raw),
    sign: (message) => Promise.resolve(sign(null, message, privateKey)),
  };
}

function orderOf({ text }: StoredEntry): string {
  const { at, id } = JSON.parse(text) as AuditEntry;
  return `${at}#${id}`;
}
