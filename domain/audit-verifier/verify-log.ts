import { checkEntries } from './check-entries.ts';
import { checkRoot } from './check-root.ts';
import { openCheckpoint } from './checkpoint-note.ts';
import { LogDirectory } from './log-directory.ts';
import { requireBeginning, requireSize, type RememberedHead } from './remembered-head.ts';
import { CannotTell, LogFault, type Verification } from './verification.ts';
import { readVerifierKey, type VerifierKey } from './verifier-key.ts';

export interface VerifyOptions {
  /** The log's public key, known from elsewhere. Without it the `log.vkey` of the export is taken. */
  readonly vkey?: string;
  /** What an earlier verification reported. Only against this can a cut or replaced log be told from a whole one. */
  readonly atLeast?: RememberedHead;
  /** How many entries' ids and subjects are held in memory, some 200 bytes each. */
  readonly entriesAtOnce?: number;
}

const defaultEntriesAtOnce = 1_000_000;

/**
 * Verifies an exported log: signature, every tile up to the signed root, every entry against its tile, its form, and
 * that no subject's entries have a gap. Reads `directory` only; the first bad place ends it.
 */
export async function verifyLog(directory: string, options: VerifyOptions = {}): Promise<Verification> {
  try {
    return await verify(directory, options);
  } catch (error) {
    if (error instanceof CannotTell) return { verdict: 'undecided', because: error.message };
    if (!(error instanceof LogFault)) throw error;
    const { place, expected, found, message } = error;
    return { verdict: 'failed', place, expected, found, because: message };
  }
}

async function verify(directory: string, options: VerifyOptions): Promise<Verification> {
  const started = performance.now();
  const log = await LogDirectory.open(directory);
  const checkpoint = await log.read('checkpoint');
  const key = await verifierKey(log, options.vkey);
  const head = openCheckpoint(checkpoint, key);
  if (options.atLeast) requireSize(head.size, options.atLeast);
  await checkRoot(log, head);
  await checkEntries(log, head.size, options.entriesAtOnce ?? defaultEntriesAtOnce);
  if (options.atLeast) await requireBeginning(log, head.size, options.atLeast);
  return {
    verdict: 'verified',
    size: head.size,
    rootHash: head.root.toString('hex'),
    checkpointSignedBy: key.name,
    vkey: key.text,
    keyFrom: options.vkey === undefined ? 'export' : 'given',
    entriesPerSecond: Math.round(head.size / ((performance.now() - started) / 1000)),
  };
}

async function verifierKey(log: LogDirectory, given: string | undefined): Promise<VerifierKey> {
  const form = '<name>+<8 hex digits>+<base64>, the digits being the id of that key';
  if (given !== undefined) {
    const key = readVerifierKey(given);
    if (key) return key;
    throw new CannotTell(`the given key cannot be read; expected ${form}`);
  }
  const path = 'log.vkey';
  const file = await log.readIfPresent(path);
  if (!file)
    throw new CannotTell(`no key to check the signature with: ${path} is missing and none was given`);
  const line = file.toString('latin1');
  const key = line.endsWith('\n') ? readVerifierKey(line.slice(0, -1)) : null;
  if (key) return key;
  throw new LogFault({ path }, 'the key beside the log is damaged', form, 'another form, or another id');
}
