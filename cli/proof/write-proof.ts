import { randomUUID } from 'node:crypto';
import { auditPut } from '../../adapters/audit-log/audit-put.ts';
import { commit } from '../../adapters/records/transaction.ts';
import type { ProofManifest } from '../../domain/screening/proof/proof-manifest.ts';
import {
  groupByBasis,
  type NotReplayable,
  type Replayable,
} from '../../domain/screening/proof/proof-rows.ts';
import { CouldNotTellError } from '../outcome-errors.ts';
import { operatorEntry } from '../stage/operator-entry.ts';
import { searchedIndex } from '../stage/searched-index.ts';
import type { Stage } from '../stage/stage.ts';
import { unsealedQueries } from '../stage/unsealed-queries.ts';
import { newFolder, type WriteFile } from './new-folder.ts';
import { decidedOn, foundInRun, type ProofRow } from './proof-sources.ts';

type Use = Pick<Stage, 'clients' | 'names'>;

export interface ProofOf {
  /** Only of this customer or owner. */
  readonly party?: string;
  /** Of this re-screening run instead of what the account was decided on. */
  readonly run?: string;
}

/**
 * Writes stored screenings, the unsealed queries and the indexes into a new folder.
 * @returns what was written as `proof.json`
 * @throws CouldNotTellError when nothing is stored, the folder is not new, or the caller's rights do not reach
 */
export async function writeProof(
  use: Use,
  account: string,
  { party, run }: ProofOf,
  directory: string,
): Promise<ProofManifest> {
  const write = await newFolder(directory);
  const source = run === undefined ? await decidedOn(use, account) : await foundInRun(use, run, account);
  await noteProof(use, run === undefined ? [account] : [account, run]);
  const rows = await source.rows(unsealedQueries(use, account), party);
  if (rows.length === 0)
    throw new CouldNotTellError(`account ${account} has no stored screening of ${party}`);
  const replays = await writeReplays(use, write, rows.filter(isReplayable));
  const { determinations, texts } = source;
  if (texts.length > 0) await write('determinations.ndjson', ndjson(texts));
  const notReplayable = rows.filter(isNotReplayable);
  const of = { account, ...(party === undefined ? {} : { party }), ...(run === undefined ? {} : { run }) };
  const manifest: ProofManifest = { v: 1, ...of, determinations, replays, notReplayable };
  await write('proof.json', `${JSON.stringify(manifest, undefined, 2)}\n`);
  return manifest;
}

const isReplayable = (row: ProofRow): row is Replayable => 'basis' in row;
const isNotReplayable = (row: ProofRow): row is NotReplayable => !isReplayable(row);

/** Looking is a step: the trail has it before anything is unsealed. */
async function noteProof({ clients, names }: Use, of: readonly string[]): Promise<void> {
  const subject = { kind: 'proof', id: randomUUID(), revision: 1 };
  const entry = operatorEntry(subject, 'proof.exported', of, new Date());
  await commit(clients.documents, `proof ${subject.id}`, [auditPut(names.AuditTable, entry)]);
}

/** Each basis has results and queries of its own. */
async function writeReplays(
  use: Use,
  write: WriteFile,
  rows: readonly Replayable[],
): Promise<ProofManifest['replays']> {
  const replays: ProofManifest['replays'][number][] = [];
  for (const [place, { basis, rows: together }] of groupByBasis(rows).entries()) {
    const [results, input] = [`results-${place + 1}.ndjson`, `parties-${place + 1}.ndjson`];
    await write(results, ndjson(together.map(({ result }) => JSON.stringify(result))));
    await write(input, ndjson(together.map(({ query }) => JSON.stringify(query))));
    const found = await searchedIndex(use, basis);
    if ('missing' in found) {
      replays.push({ results, input, index: null, missing: found.missing });
      continue;
    }
    const index = `index-${basis.indexDigest}.idx`;
    await write(index, found);
    replays.push({ results, input, index, missing: null });
  }
  return replays;
}

function ndjson(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('');
}
