import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../../../domain/audit/canonical-json.ts';
import { sha256 } from '../../../domain/lists/list-digest.ts';
import type { ProofManifest } from '../../../domain/screening/proof/proof-manifest.ts';
import type { ResultRow } from '../../../domain/screening/rows/result-row.ts';
import { haniya, index, nobody, place, rowsOf, screened } from './screening-runs.ts';

export const key = 'evt#00000002';
const account = 'acct_1';

/** A determination's line as it is stored, of these rows. */
export function determinationOf(rows: readonly ResultRow[]): string {
  const parties = rows.map((row) => ({
    ...{ id: String(row.id).replace('2/', ''), sequence: 1 },
    screening: screeningOf(row),
  }));
  const at = '2026-03-02T09:00:00.000Z';
  return canonicalJson({ accountId: account, kind: 'screening', key, at, body: { parties } });
}

function screeningOf({ id: _, ...row }: ResultRow): unknown {
  if (row.outcome !== 'possibleMatch')
    return Object.fromEntries(Object.entries(row).filter(([member]) => member !== 'matches'));
  return { ...row, matches: row.matches.map(({ ofacScore: __, ...match }) => match) };
}

/** What the manifest says of a determination that is as it was audited. */
export function audited(line: string): ProofManifest['determinations'][number] {
  const digest = sha256(line);
  const [at, auditEntry] = ['2026-03-02T09:00:00.000Z', `account#${account}#2`];
  return { key, at, auditEntry, sha256: digest, audited: digest };
}

/** A folder as `kyc proof` writes it, of two parties that were just screened. */
export async function proofFolder(name: string, of: Partial<ProofManifest> = {}): Promise<string> {
  const parties = [nobody, haniya].map((each) => ({ ...each, id: `2/${each.id}` }));
  const { input, out } = await screened(name, parties);
  const folder = place(name);
  mkdirSync(folder);
  copyFileSync(out, join(folder, 'results-1.ndjson'));
  copyFileSync(input, join(folder, 'parties-1.ndjson'));
  copyFileSync(index, join(folder, 'a.idx'));
  const line = determinationOf(rowsOf<ResultRow>(out));
  writeFileSync(join(folder, 'determinations.ndjson'), `${line}\n`);
  const replay = { results: 'results-1.ndjson', input: 'parties-1.ndjson', index: 'a.idx', missing: null };
  const whole = { v: 1, account, determinations: [audited(line)], replays: [replay], notReplayable: [] };
  writeFileSync(join(folder, 'proof.json'), JSON.stringify({ ...whole, ...of }));
  return folder;
}

export function change(folder: string, file: string, from: string | RegExp, to: string): void {
  const path = join(folder, file);
  writeFileSync(path, readFileSync(path, 'latin1').replace(from, to), 'latin1');
}

/** Takes the line of a party out of the queries and the results. */
export function dropParty(folder: string, party: string): void {
  for (const file of ['results-1.ndjson', 'parties-1.ndjson'])
    change(folder, file, new RegExp(`^\\{"id":"2/${party}".*\\n`, 'm'), '');
}
