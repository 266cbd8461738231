import { z } from 'zod';

export const Config = z.object({
  INBOX_TABLE: z.string().min(1),
  RECORDS_TABLE: z.string().min(1),
  VERIFICATION_QUEUE_URL: z.url(),
  IDEMPOTENCY_TABLE: z.string().min(1),
  EVENT_BUS: z.string().min(1),
  OUTBOUND_SECRET_ID: z.string().min(1),
});
export type Config = z.infer<typeof Config>;
