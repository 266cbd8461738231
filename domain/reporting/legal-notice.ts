import { z } from 'zod';

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

/** As found on 23 November 2026. A later finding is a new value, passed in by the policy pack. */
export const proposedRuleNotice: LegalNotice = {
  citation: '89 FR 5698 (29 January 2024), RIN 0694-AJ35',
  title:
    'Taking Additional Steps To Address the National Emergency With Respect to Significant Malicious Cyber-Enabled Activities (proposed rule)',
  status: 'withdrawn',
  inForce: false,
  confidence: 'medium',
  checkedOn: '2026-11-23',
  statement:
    'This report follows a proposed rule of the US Department of Commerce. The rule was never made final and was ' +
    'reportedly withdrawn in December 2025. It is not law, and nobody is obliged by it to file this report.',
  sources: [
    '89 FR 5698, notice of proposed rulemaking, 29 January 2024 (read through published summaries)',
    'Fall 2025 Unified Agenda, RIN 0694-AJ35, withdrawal: one secondary source citing the entry; the entry was not read',
  ],
};
