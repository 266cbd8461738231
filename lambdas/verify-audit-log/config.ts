import { z } from 'zod';

export const Config = z.object({
  AUDIT_TABLE: z.string().min(1),
  LOG_BUCKET: z.string().min(1),
  LOG_KEY_ID: z.string().min(1),
  LOG_NAME: z.string().min(1).max(200),
});
export type Config = z.infer<typeof Config>;
