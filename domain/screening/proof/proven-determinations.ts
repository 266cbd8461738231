import { z } from 'zod';
import { sha256 } from '../../lists/list-digest.ts';
import type { ProofManifest, ProvenDetermination } from './proof-manifest.ts';
import { recordedScreenings, type RecordedScreening } from './stored-screening.ts';

const Line = z.object({ accountId: z.string(), key: z.string(), body: z.unknown() });

/** The revision of the account that the screening made, in which its key ends. */
export function determinationLabel(key: string): string {
  return key.slice(key.lastIndexOf('#') + 1).replace(/^0+/, '');
}

/** Kind, id and revision, by which the audit entry of a determination is called. */
export function auditEntryOf({
  accountId,
  key,
}: {
  readonly accountId: string;
  readonly key: string;
}): string {
  return `account#${accountId}#${determinationLabel(key)}`;
}

export interface ProvenScreenings {
  /** Lines that are not what the manifest says of them. */
  readonly changed: readonly string[];
  readonly recorded: readonly RecordedScreening[];
}

/** @param texts lines of `determinations.ndjson`, which have to be the manifest's, one for one */
export function provenScreenings(
  { account, party, determinations }: Pick<ProofManifest, 'account' | 'party' | 'determinations'>,
  texts: readonly string[],
): ProvenScreenings {
  const count =
    texts.length === determinations.length
      ? []
      : [`determinations.ndjson: expected ${determinations.length} lines, found ${texts.length}`];
  const repeated = determinations.flatMap(({ key }, place) =>
    determinations.findIndex((other) => other.key === key) === place
      ? []
      : [`determination ${key} is named twice`],
  );
  const wrong = determinations.flatMap((each, place) => {
    const fault = lineFault(account, each, texts[place] ?? '');
    return fault === null ? [] : [`determinations.ndjson line ${place + 1}, ${each.key}: ${fault}`];
  });
  const recorded = texts.flatMap((text) => {
    const line = lineOf(text);
    return line === null ? [] : recordedScreenings(determinationLabel(line.key), line.body);
  });
  return { changed: [...count, ...repeated, ...wrong], recorded: recorded.filter(isOf(party)) };
}

/** What nobody can tell whose it is belongs to every party. */
export function isOf(only: string | undefined): (recorded: RecordedScreening) => boolean {
  return ({ party }) => only === undefined || party === null || party === only;
}

function lineFault(
  account: string,
  { key, auditEntry, sha256: expected }: ProvenDetermination,
  text: string,
) {
  const found = sha256(text);
  if (found !== expected) return `expected SHA-256 ${expected}, found ${found}`;
  const line = lineOf(text);
  if (line === null) return 'expected a determination, found something else';
  if (line.accountId !== account) return `expected account ${account}, found ${line.accountId}`;
  if (line.key !== key) return `expected this key, found ${line.key}`;
  const entry = auditEntryOf(line);
  return entry === auditEntry ? null : `expected the audit entry ${entry}, found ${auditEntry}`;
}

function lineOf(text: string): z.infer<typeof Line> | null {
  try {
    return Line.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
