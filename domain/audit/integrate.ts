import { RecordMissingError } from '../errors/kyc-error.ts';
import { auditEntryText } from './audit-entry.ts';
import { CheckpointConflictError } from './audit-log-errors.ts';
import type { TreeHead } from './checkpoint.ts';
import { loadRightEdge } from './load-right-edge.ts';
import { planBatch, readStoredEntry } from './plan-batch.ts';
import { planIntegration } from './plan-integration.ts';
import { publishCheckpoint } from './publish-checkpoint.ts';
import type { EntryStore, LogState, SequencerPorts } from './sequencer-ports.ts';

export interface IntegrateOptions {
  /** Entries a batch, 1 to 2,000. The plan lists their keys, each below 200 bytes, in one item of at most 400 KB. */
  readonly batchSize: number;
}

export interface Integration {
  /** Entries this call appended: 0 when none waited, or when another sequencer finished the batch first. */
  readonly integrated: number;
  readonly treeSize: number;
  /** Hex. */
  readonly rootHash: string;
}

/** A batch that is written down in the state: from here on it will be appended exactly so, by whoever comes. */
type PlannedState = LogState & { readonly pending: readonly string[] };

/**
 * Appends one batch of waiting entries to the log. It may be stopped at any point and be run by several at once: the
 * plan is recorded first, every later step gives the same bytes when redone, tiles are stored before the checkpoint
 * that needs them, and the state moves on last. Call it again while `integrated` is above 0.
 */
export async function integrate(
  ports: SequencerPorts,
  { batchSize }: IntegrateOptions,
): Promise<Integration> {
  const found = await ports.state.read();
  const planned = isPlanned(found) ? found : await recordPlan(ports, found, batchSize);
  if (planned === 'overtaken') return overtakenBy(ports, found);
  if (planned === 'nothingWaits') {
    // Also the first checkpoint of an empty log, and the cure for one that was lost.
    const outcome = await publishCheckpoint(ports.tiles, ports.signer, found);
    return outcome === 'overtaken' ? overtakenBy(ports, found) : standing(found, 0);
  }
  return append(ports, planned);
}

async function recordPlan(
  ports: SequencerPorts,
  found: LogState,
  batchSize: number,
): Promise<PlannedState | 'overtaken' | 'nothingWaits'> {
  const pending = await planBatch(ports.entries, batchSize);
  if (pending.length === 0) return 'nothingWaits';
  const planned = { ...found, version: found.version + 1, pending };
  return (await ports.state.replace(planned)) ? planned : 'overtaken';
}

async function append(ports: SequencerPorts, planned: PlannedState): Promise<Integration> {
  const [edge, entries] = await Promise.all([
    loadRightEdge(ports.tiles, planned),
    readPlanned(ports.entries, planned.pending),
  ]);
  const { objects, head } = planIntegration(edge, entries, ports.signer.keyName);
  await Promise.all(objects.map(({ path, bytes }) => ports.tiles.writeOnce(path, bytes)));
  const outcome = await publishCheckpoint(ports.tiles, ports.signer, head);
  if (outcome === 'overtaken') return overtakenBy(ports, planned);
  // Before the commit: an entry that still seemed to wait after it would be appended a second time.
  await ports.entries.markSequenced(
    planned.pending.map((key, index) => ({ key, sequence: planned.size + index })),
  );
  const next: LogState = { ...head, version: planned.version + 1, pending: null };
  const committed = await ports.state.replace(next);
  return committed ? standing(next, entries.length) : overtakenBy(ports, planned);
}

async function readPlanned(entries: EntryStore, keys: readonly string[]): Promise<Uint8Array[]> {
  const stored = new Map((await entries.find(keys)).map((entry) => [entry.key, entry]));
  return keys.map((key) => {
    const entry = stored.get(key);
    if (entry) return Buffer.from(auditEntryText(readStoredEntry(entry)));
    throw new RecordMissingError(
      `audit log: the entry ${key} was planned and is now missing from the table; restore it from a backup`,
    );
  });
}

/** Somebody else's write came first. Where the log stands now; throws when nobody can have written. */
async function overtakenBy(ports: SequencerPorts, ours: LogState): Promise<Integration> {
  const now = await ports.state.read();
  if (now.version > ours.version) return standing(now, 0);
  throw new CheckpointConflictError(
    `audit log: the published checkpoint is ahead of the recorded state (size ${ours.size}); ` +
      'the state was rolled back, or somebody else publishes checkpoints',
  );
}

function isPlanned(state: LogState): state is PlannedState {
  return state.pending !== null;
}

function standing({ size, rootHash }: TreeHead, integrated: number): Integration {
  return { integrated, treeSize: size, rootHash };
}
