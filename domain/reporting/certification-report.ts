import { queryVersion } from './certification-figures.ts';
import type { CountedAccounts } from './certification-figures.ts';
import { countedItems, formItem } from './certification-items.ts';
import { CertificationReport } from './certification-report-schema.ts';
import { formF1 } from './form-f1.ts';
import type { Narrative } from './form-item.ts';
import type { LegalNotice } from './legal-notice.ts';
import { readableJson } from './readable-json.ts';
import type { ReportBasis, SuppliedContext } from './report-basis.ts';
import { ReportInputInvalidError } from './reporting-errors.ts';

export interface CertificationInput {
  readonly provider: CertificationReport['provider'];
  /** ISO 8601, UTC. */
  readonly preparedAt: string;
  readonly legal: LegalNotice;
  readonly provenance: CertificationReport['provenance'];
  readonly counted: CountedAccounts;
  readonly basis: ReportBasis;
  readonly context: SuppliedContext;
  readonly narratives: Readonly<Record<string, Omit<Narrative, 'kind'>>>;
  /** Ids of optional items that the policy asks for. */
  readonly optionalItems: readonly string[];
}

const rowsMethod =
  'SHA-256 of each account opened by the as-of instant, as canonical JSON (RFC 8785) with owners by id; the hashes in lower-case hex, ' +
  'one per line, ascending; SHA-256 of that text. The same as: LC_ALL=C sort rows.sha256 | sha256sum';

/**
 * The certification as a value. Every item of the form is in it, produced or not.
 * @throws ReportInputInvalidError naming the field that does not fit, or the item the form has not or counts itself
 */
export function certificationReport(input: CertificationInput): CertificationReport {
  refuseUnknownItems([...Object.keys(input.narratives), ...input.optionalItems]);
  refuseToldFigures(Object.keys(input.narratives));
  refuseFuture(input.counted.asOf, input.preparedAt);
  const { asOf, counting, figures, rowHashes } = input.counted;
  const sources = {
    figures,
    counting,
    narratives: narrativesById(input.narratives),
    optionalItems: new Set(input.optionalItems),
  };
  return checked({
    v: 1,
    kind: 'certification',
    form: 'F1',
    provider: input.provider,
    asOf,
    preparedAt: input.preparedAt,
    legal: input.legal,
    provenance: input.provenance,
    items: formF1.map((definition) => formItem(definition, sources)),
    context: { ...figures.context, ...input.context },
    counting,
    reproducibility: {
      ...input.basis,
      queryVersion,
      rows: { count: rowHashes.count, sha256: rowHashes.digest(), method: rowsMethod },
      ownersWithConflictingLocation: figures.foreignOwners.conflictingLocations,
    },
    signature: { state: 'unsigned' },
  });
}

/** The bytes of `report.json`: keys in order, two spaces, one line feed at the end. */
export function reportText(report: CertificationReport): string {
  return readableJson(report);
}

function narrativesById(given: CertificationInput['narratives']): Map<string, Narrative> {
  return new Map(
    Object.entries(given).map(([id, { text, source }]) => [id, { kind: 'narrative', text, source }]),
  );
}

function refuseUnknownItems(ids: readonly string[]): void {
  const known = new Set(formF1.map((item) => item.id));
  const unknown = ids.find((id) => !known.has(id));
  if (unknown === undefined) return;
  throw new ReportInputInvalidError(
    `item ${unknown}: expected an item of form F1 (F1-01 to F1-17): correct the id`,
  );
}

function refuseToldFigures(ids: readonly string[]): void {
  const told = ids.find((id) => countedItems.includes(id));
  if (told === undefined) return;
  throw new ReportInputInvalidError(
    `item ${told}: expected no text, for it is counted from records: remove the text`,
  );
}

function refuseFuture(asOf: string, preparedAt: string): void {
  if (Date.parse(preparedAt) >= Date.parse(asOf)) return;
  throw new ReportInputInvalidError(
    `preparedAt ${preparedAt}: expected at or after the as-of instant ${asOf}: nothing can be counted ahead of time`,
  );
}

function checked(report: CertificationReport): CertificationReport {
  const result = CertificationReport.safeParse(report);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new ReportInputInvalidError(`certification report: ${faults.join('; ')}`);
}
