import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { IndexRefusedError } from '../domain/screening/index/index-refused-error.ts';
import { proofFaults, ProofManifest } from '../domain/screening/proof/proof-manifest.ts';
import {
  disagreementText,
  rowsAgainstRecord,
  rowsAgainstRun,
  type PlacedRow,
} from '../domain/screening/proof/proof-agreement.ts';
import { provenScreenings } from '../domain/screening/proof/proven-determinations.ts';
import { CouldNotTellError } from './outcome-errors.ts';
import { replay, type Say } from './replay.ts';
import { reasonOf } from './rows/open-input.ts';
import { oneLine } from './terminal/one-line.ts';

/**
 * `kyc replay` of a folder that `kyc proof` has written. 0 when everything in it comes out the same, 1 when something
 * does not or is not what was audited, 2 when of something nothing could be told.
 * @throws CouldNotTellError when the folder is none, or not whole
 */
export async function replayProof(folder: string, sayLine: Say): Promise<0 | 1 | 2> {
  const say: Say = (line) => {
    sayLine(oneLine(line));
  };
  const manifest = await readManifest(folder);
  limitsOf(manifest).forEach(say);
  const faults = proofFaults(manifest);
  const changed = [...faults.changed, ...(await disagreements(folder, manifest))];
  const answers: (0 | 1 | 2)[] = [];
  for (const { results, input, index } of manifest.replays) {
    if (index !== null) answers.push(await replayed(folder, { results, input, index }, say));
  }
  for (const line of changed) say(`CHANGED: ${line}`);
  for (const line of faults.untold) say(`COULD NOT TELL: ${line}`);
  if (changed.length > 0 || answers.includes(1)) return 1;
  // Where nothing was screened nothing is the same.
  return faults.untold.length > 0 || answers.length === 0 || answers.includes(2) ? 2 : 0;
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

/** What the rows are held against is in the folder; a row that cannot be read is a value that is no row. */
async function disagreements(folder: string, manifest: ProofManifest): Promise<readonly string[]> {
  const { determinations, run, replays, notReplayable } = manifest;
  const rows = (await Promise.all(replays.map(({ results }) => rowsOf(folder, results)))).flat();
  if (determinations.length === 0) {
    return run === undefined ? [] : rowsAgainstRun(run, rows, notReplayable).map(disagreementText);
  }
  const lines = linesOf(await textOf(join(folder, 'determinations.ndjson')));
  const { changed, recorded } = provenScreenings(manifest, lines);
  return [...changed, ...rowsAgainstRecord(recorded, rows, notReplayable).map(disagreementText)];
}

async function rowsOf(folder: string, results: string): Promise<readonly PlacedRow[]> {
  const lines = linesOf(await textOf(join(folder, results)));
  return lines.map((line, at) => ({ place: `${results} line ${at + 1}`, value: parse(line) }));
}

function linesOf(text: string): readonly string[] {
  return text.trimEnd().split('\n');
}

/** What a reader could take for more than was shown. */
function limitsOf({ party, run, determinations }: ProofManifest): readonly string[] {
  return [
    ...(party === undefined ? [] : [`only of party ${party}: nothing is shown of any other`]),
    ...(run === undefined || determinations.length > 0
      ? []
      : [`of the re-screening run ${run}: no determination stands behind the rows`]),
  ];
}

async function readManifest(folder: string): Promise<ProofManifest> {
  const file = join(folder, 'proof.json');
  const { success, data, error } = ProofManifest.safeParse(parse(await textOf(file)));
  if (success) return data;
  const [issue] = error.issues;
  throw new CouldNotTellError(
    `${file}: expected what kyc proof writes, found something else: /${issue?.path.join('/')}: ${issue?.message}`,
  );
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
