import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { CurrentList, ListsInUse } from '../../adapters/lists/lists-in-use.ts';
import type { StorePackage } from '../../adapters/packages/package-store.ts';
import type { AccountStore } from '../../adapters/records/account-store.ts';
import type { AccountRecord } from '../../domain/accounts/account-record.ts';
import type { LogState } from '../../domain/audit/sequencer-ports.ts';
import { listTitles, type ListId } from '../../domain/lists/list-ids.ts';
import { certificationFigures } from '../../domain/reporting/certification-figures.ts';
import { certificationReport, reportText } from '../../domain/reporting/certification-report.ts';
import { certifiedFromRecord } from '../../domain/reporting/certified-from-record.ts';
import { proposedRuleNotice } from '../../domain/reporting/legal-notice.ts';
import { manifestText, packageManifest, type PackagedFile } from '../../domain/reporting/package-manifest.ts';
import { renderCertificationHtml } from '../../domain/reporting/render-certification-html.ts';
import type { ReportBasis } from '../../domain/reporting/report-basis.ts';
import { note } from '../runtime/observability.ts';
import type { Policies } from '../runtime/policies.ts';
import type { Config } from './config.ts';
import { countingPolicy } from './counting-policy.ts';
import { ScreeningTally } from './screening-tally.ts';

const Input = z.strictObject({
  runId: z.string().min(1).max(80),
  asOf: z.iso.datetime(),
  /** When the schedule wanted it; null when a person started it. */
  scheduledAt: z.iso.datetime().nullable(),
});

export interface Dependencies {
  readonly accounts: Pick<AccountStore, 'all'>;
  readonly listsInUse: () => Promise<ListsInUse | null>;
  readonly logState: () => Promise<LogState>;
  readonly store: StorePackage;
  readonly policies: Policies;
  readonly about: Pick<Config, 'PROVIDER_ID' | 'PROVIDER_NAME' | 'PROVENANCE' | 'CODE_VERSION'>;
  readonly now: () => Date;
}

export interface AssembledPackage {
  readonly reportId: string;
  readonly asOf: string;
  readonly prefix: string;
  readonly manifestSha256: string;
  readonly accounts: number;
}

/** Counts the book of accounts and stores the certification: `report.json`, `report.html`, `manifest.json`. */
export const assembleCertification =
  (deps: Dependencies) =>
  async (input: unknown): Promise<AssembledPackage> => {
    const { runId, asOf, scheduledAt } = Input.parse(input);
    const counting = countingPolicy(deps.policies.identification);
    const screenings = new ScreeningTally();
    const counted = await certificationFigures(certified(deps.accounts.all(), screenings), asOf, counting);
    const basis = await basisOf(deps);
    const { PROVIDER_ID, PROVIDER_NAME, PROVENANCE } = deps.about;
    const report = certificationReport({
      provider: { id: PROVIDER_ID, name: PROVIDER_NAME },
      preparedAt: deps.now().toISOString(),
      legal: proposedRuleNotice(deps.policies.identification),
      provenance: { demonstration: PROVENANCE === 'demonstration', note: provenanceNotes[PROVENANCE] },
      counted,
      basis,
      context: { screenings: screenings.counts(), cases: null },
      narratives: {},
      optionalItems: [],
    });
    const files = [
      file('report.json', reportText(report)),
      file('report.html', renderCertificationHtml(report)),
      // What `reproducibility.rows` is the digest of, so that a reader can make it again.
      file('rows.sha256', [...counted.rowHashes.pieces()].join('')),
    ];
    const manifest = manifestText(
      packageManifest(files, inputsOf(basis, report.reproducibility.rows.sha256), {
        kind: 'certification',
        form: 'F1',
        subject: PROVIDER_ID,
        asOf,
        demonstration: report.provenance.demonstration,
      }),
    );
    const prefix = `certification/${asOf.slice(0, 4)}/${runId}`;
    await deps.store(prefix, [...files, file('manifest.json', manifest)]);
    const manifestSha256 = createHash('sha256').update(manifest).digest('hex');
    const reportId = reportIdOf(runId, scheduledAt);
    note('REPORT_ASSEMBLED', { reportId, accounts: counted.rowHashes.count, manifestSha256 });
    return { reportId, asOf, prefix, manifestSha256, accounts: counted.rowHashes.count };
  };

/** A schedule may fire twice for one day: that is one report. A person who starts one wants one of their own. */
function reportIdOf(runId: string, scheduledAt: string | null): string {
  return `certification-${scheduledAt?.slice(0, 10) ?? runId}`;
}

const provenanceNotes = {
  demonstration: 'Every account in it is invented. It must not be filed anywhere.',
  production: 'Counted from the records of this deployment.',
} as const;

async function* certified(accounts: AsyncIterable<AccountRecord>, screenings: ScreeningTally) {
  for await (const account of accounts) {
    screenings.add(account);
    yield certifiedFromRecord(account);
  }
}

async function basisOf(deps: Dependencies): Promise<ReportBasis> {
  const [inUse, log] = [await deps.listsInUse(), await deps.logState()];
  const packs = Object.values(deps.policies);
  return {
    policies: packs.map(({ id, version, status, citation }) => ({ id, version, status, citation })),
    lists: (inUse?.lists ?? []).map(listReference),
    listDigest: inUse?.listDigest ?? noList,
    auditLog: { size: log.size, root: log.rootHash },
    codeVersion: deps.about.CODE_VERSION,
  };
}

/** SHA-256 of nothing: the digest of no list at all. */
const noList = createHash('sha256').digest('hex');

function listReference({ summary }: CurrentList) {
  const { list, publishedOn } = summary;
  const isDay = publishedOn !== null && /^\d{4}-\d{2}-\d{2}$/.test(publishedOn);
  const title = listTitles[list as ListId];
  return {
    name: publishedOn === null ? title : `${title}, publication of ${publishedOn}`,
    publishedOn: isDay ? publishedOn : null,
    sha256: summary.digest,
  };
}

function inputsOf(basis: ReportBasis, rows: string) {
  return [
    { name: 'rows.sha256', sha256: rows },
    ...basis.lists.map(({ name, sha256 }) => ({ name, sha256 })),
  ];
}

function file(path: string, text: string): PackagedFile {
  return { path, bytes: Buffer.from(text) };
}
