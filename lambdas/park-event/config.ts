import { z } from 'zod';

export const Config = z.object({
  INBOX_TABLE: z.string().min(1),
  RECORDS_TABLE: z.string().min(1),
  AUDIT_TABLE: z.string().min(1),
});
export type Config = z.infer<typeof Config>;
