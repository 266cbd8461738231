import { z } from 'zod';

/** The kinds of events that go out (`docs/design.md`, "Notices out") which the flows of this version send. */
export const noticeTypes = [
  'account.permission.changed',
  'account.closure.required',
  'information.requested',
  'case.opened',
  'case.decided',
  'report.ready',
] as const;

/** One event for the provider, as it waits in the outbox. Ids and codes, no personal data. */
export const Notice = z.object({
  id: z.string(),
  type: z.enum(noticeTypes),
  at: z.string(),
  data: z.record(z.string(), z.unknown()),
});
export type Notice = z.infer<typeof Notice>;
