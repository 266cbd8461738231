import { z } from 'zod';
import type { IdentificationPack } from '../policy/policy-pack.ts';

/** Where the proposal behind a form stands. This version of the report cannot say that it is in force. */
export const LegalNotice = z.strictObject({
  citation: z.string().min(1).max(300),
  title: z.string().min(1).max(300),
  status: z.enum(['proposed', 'withdrawn']),
  inForce: z.literal(false),
  confidence: z.enum(['low', 'medium', 'high']).describe('In the status above'),
  checkedOn: z.iso.date(),
  statement: z.string().min(1).max(2000),
  sources: z.array(z.string().min(1).max(500)).min(1),
});
export type LegalNotice = z.infer<typeof LegalNotice>;

/** The notice as the pack stood on its day: a later finding is a new version of the pack. */
export function proposedRuleNotice({
  asOf,
  withdrawal,
}: Pick<IdentificationPack, 'asOf' | 'withdrawal'>): LegalNotice {
  return {
    citation: '89 FR 5698 (29 January 2024), RIN 0694-AJ35',
    title:
      'Taking Additional Steps To Address the National Emergency With Respect to Significant Malicious Cyber-Enabled Activities (proposed rule)',
    status: 'withdrawn',
    inForce: false,
    confidence: withdrawal.confidence,
    checkedOn: asOf,
    statement:
      'This report follows a proposed rule of the US Department of Commerce. The rule was never made final and was ' +
      `reportedly withdrawn in ${monthOf(withdrawal.reportedFor)}. It is not law, and nobody is obliged by it to file this report.`,
    sources: [
      '89 FR 5698, notice of proposed rulemaking, 29 January 2024 (read through published summaries)',
      `Of the withdrawal: ${withdrawal.source}`,
    ],
  };
}

/** `2025-12` → `December 2025` */
function monthOf(yearAndMonth: string): string {
  const first = new Date(`${yearAndMonth}-01T00:00:00Z`);
  return first.toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
}
