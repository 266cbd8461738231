import { z } from 'zod';

export const Config = z.object({
  RECORDS_TABLE: z.string().min(1),
  AUDIT_TABLE: z.string().min(1),
  IDEMPOTENCY_TABLE: z.string().min(1),
  EVENT_BUS: z.string().min(1),
  OUTBOUND_SECRET_ID: z.string().min(1),
});
export type Config = z.infer<typeof Config>;
