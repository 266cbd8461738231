import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../domain/lists/list-digest.ts';
import { IndexRefusedError } from '../domain/screening/index/index-refused-error.ts';
import { proofFaults, ProofManifest } from '../domain/screening/proof/proof-manifest.ts';
import { CouldNotTellError } from './outcome-errors.ts';
import { replay, type Say } from './replay.ts';
import { reasonOf } from './rows/open-input.ts';

/**
 * `kyc replay` of a folder that `kyc proof` has written. 0 when everything in it comes out the same, 1 when something
 * does not or is not what was audited, 2 when of something nothing could be told.
 * @throws CouldNotTellError when the folder is none, or not whole
 */
export async function replayProof(folder: string, say: Say): Promise<0 | 1 | 2> {
  const manifest = await readManifest(folder);
  const { changed, untold } = proofFaults(manifest);
  const answers: (0 | 1 | 2)[] = [];
  for (const { results, input, index } of manifest.replays) {
    if (index !== null) answers.push(await replayed(folder, { results, input, index }, say));
  }
  const damaged = await damagedDeterminations(folder, manifest);
  for (const line of [...changed, ...damaged]) say(`CHANGED: ${line}`);
  for (const line of untold) say(`COULD NOT TELL: ${line}`);
  if (changed.length + damaged.length > 0 || answers.includes(1)) return 1;
  // Where nothing was screened nothing is the same.
  return untold.length > 0 || answers.length === 0 || answers.includes(2) ? 2 : 0;
}

interface ReplayFiles {
  readonly results: string;
  readonly input: string;
  readonly index: string;
}

async function replayed(
  folder: string,
  { results, input, index }: ReplayFiles,
  say: Say,
): Promise<0 | 1 | 2> {
  say(results);
  try {
    return await replay(
      join(folder, results),
      { input: join(folder, input), index: join(folder, index) },
      say,
    );
  } catch (error) {
    if (!(error instanceof CouldNotTellError)) throw error;
    // The others may still be told.
    say(`COULD NOT TELL: ${untold(error, join(folder, index))}`);
    return 2;
  }
}

/** Elsewhere an index that is refused is compiled again; here that would be another one. */
function untold({ message, cause }: CouldNotTellError, index: string): string {
  if (!(cause instanceof IndexRefusedError)) return message;
  const { expected, found } = cause;
  return (
    `${index}: expected ${expected}, found ${found}; a proof needs this very index: ` +
    'take a whole copy of it, or the version of this software that wrote it'
  );
}

/** The lines of the determinations have to be what the manifest says of them. */
async function damagedDeterminations(
  folder: string,
  { determinations }: ProofManifest,
): Promise<readonly string[]> {
  if (determinations.length === 0) return [];
  const lines = (await textOf(join(folder, 'determinations.ndjson'))).trimEnd().split('\n');
  return determinations.flatMap(({ key, sha256: expected }, place) => {
    const found = sha256(lines[place] ?? '');
    return found === expected
      ? []
      : [`determinations.ndjson line ${place + 1}, ${key}: expected SHA-256 ${expected}, found ${found}`];
  });
}

async function readManifest(folder: string): Promise<ProofManifest> {
  const file = join(folder, 'proof.json');
  const parsed = ProofManifest.safeParse(parse(await textOf(file)));
  if (parsed.success) return parsed.data;
  throw new CouldNotTellError(`${file}: expected what kyc proof writes, found something else`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new CouldNotTellError(`${file} cannot be read: ${reasonOf(cause)}`, { cause });
  }
}
