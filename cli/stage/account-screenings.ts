import { readEntries } from '../../adapters/audit-log/read-entries.ts';
import { determinationsOf } from '../../adapters/records/determination-history.ts';
import { determinationDigest, type Determination } from '../../adapters/records/determination-store.ts';
import { AuditEntry, auditEntryKey } from '../../domain/audit/audit-entry.ts';
import { canonicalJson } from '../../domain/audit/canonical-json.ts';
import type { ProvenDetermination } from '../../domain/screening/proof/proof-manifest.ts';
import { auditEntryOf, determinationLabel } from '../../domain/screening/proof/proven-determinations.ts';
import { recordedScreenings, type RecordedScreening } from '../../domain/screening/proof/stored-screening.ts';
import { CouldNotTellError } from '../outcome-errors.ts';
import type { Stage } from './stage.ts';

type Use = Pick<Stage, 'clients' | 'names'>;

export interface StoredScreenings {
  readonly determinations: readonly ProvenDetermination[];
  /** The determinations in RFC 8785 form, in the same order. */
  readonly texts: readonly string[];
  readonly recorded: readonly RecordedScreening[];
}

/**
 * Every screening of an account that was decided on, with what the audit trail says of each determination.
 * @throws CouldNotTellError when the account has none
 */
export async function accountScreenings(use: Use, account: string): Promise<StoredScreenings> {
  const { clients, names } = use;
  const stored: Determination[] = [];
  for await (const each of determinationsOf(clients.documents, names.RecordsTable, account, 'screening')) {
    stored.push(each);
  }
  if (stored.length === 0) {
    throw new CouldNotTellError(
      `account ${account} has no stored screening: expected its id, as in kyc case list`,
    );
  }
  const audited = await auditedDigests(use, stored);
  return {
    determinations: stored.map((each) => {
      const auditEntry = auditEntryOf(each);
      const { key, at } = each;
      return {
        key,
        at,
        sha256: determinationDigest(each),
        audited: audited.get(auditEntry) ?? null,
        auditEntry,
      };
    }),
    texts: stored.map(canonicalJson),
    recorded: stored.flatMap((each) => recordedScreenings(determinationLabel(each.key), each.body)),
  };
}

async function auditedDigests(
  { clients, names }: Use,
  determinations: readonly Determination[],
): Promise<ReadonlyMap<string, string | null>> {
  const table = { client: clients.documents, tableName: names.AuditTable };
  const entries = await readEntries(table, determinations.map(auditEntryOf));
  return new Map(
    entries.map(({ text }) => {
      const entry = AuditEntry.parse(JSON.parse(text));
      return [auditEntryKey(entry), entry.evidence];
    }),
  );
}
