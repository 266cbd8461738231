import { z } from 'zod';
import { accountStatuses } from '../accounts/account-status.ts';

const Sentence = z.string().min(1).max(2000);

/**
 * How the figures are counted. The proposed rule names neither a counting unit nor what "location" means, so both are
 * a decision of the policy, printed in the report with its doubt.
 */
export const CountingPolicy = z.strictObject({
  id: z.string().min(1).max(200),
  version: z.string().min(1).max(100),
  customers: z.strictObject({
    unit: z
      .literal('account')
      .describe('One customer for each account; the source rows carry no other customer key'),
    statuses: z
      .array(z.enum(accountStatuses))
      .min(1)
      .describe('Accounts in these states are counted as customers'),
    doubt: Sentence,
  }),
  owners: z.strictObject({
    unit: z
      .enum(['person', 'personPerAccount'])
      .describe('person: one id once, however many accounts; personPerAccount: once in each account'),
    doubt: Sentence,
  }),
  location: z.strictObject({
    rule: z.enum(['addressCountry', 'jurisdictionOfOrganisation', 'locationOfUse']),
    doubt: Sentence,
  }),
});
export type CountingPolicy = z.infer<typeof CountingPolicy>;
