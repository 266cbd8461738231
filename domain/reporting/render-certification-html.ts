import { createHash } from 'node:crypto';
import { reportText } from './certification-report.ts';
import type { CertificationReport } from './certification-report-schema.ts';
import { jurisdictionNames } from './html/country-names.ts';
import { markup } from './html/markup.ts';
import { page } from './html/page.ts';
import { contextSection } from './html/sections/context.ts';
import { countingSection } from './html/sections/counting.ts';
import { customersSection } from './html/sections/customers.ts';
import { foreignOwnersSection } from './html/sections/foreign-owners.ts';
import { formItemsSection } from './html/sections/form-items.ts';
import { narrativesSection } from './html/sections/narratives.ts';
import { opening } from './html/sections/opening.ts';
import { signatureSection } from './html/sections/signature.ts';
import { sourcesSection } from './html/sections/sources.ts';
import { unverifiedAccountsSection } from './html/sections/unverified-accounts.ts';
import { verificationSection } from './html/sections/verification.ts';

const sections = [
  customersSection,
  foreignOwnersSection,
  unverifiedAccountsSection,
  narrativesSection,
  formItemsSection,
  contextSection,
  countingSection,
  sourcesSection,
  verificationSection,
  signatureSection,
];

/**
 * `report.html`: one file for screen, phone and paper, without script or request.
 * @param names English names by jurisdiction code, to override those of the runtime
 */
export function renderCertificationHtml(
  report: CertificationReport,
  names?: ReadonlyMap<string, string>,
): string {
  const reportSha256 = createHash('sha256').update(reportText(report), 'utf8').digest('hex');
  const view = { report, nameOf: jurisdictionNames(names), reportSha256 };
  return page({
    title: `Form ${report.form}, ${report.provider.name}, as of ${report.asOf.slice(0, 10)} (draft)`,
    isDemonstration: report.provenance.demonstration,
    opening: opening(view),
    sections: sections.map((section) => section(view)),
    closing: markup`<p>${report.legal.citation}: ${report.legal.status}, not in force. Draft, unsigned.</p>`,
  });
}
