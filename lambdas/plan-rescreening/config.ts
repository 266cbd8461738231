import { z } from 'zod';

export const Config = z.object({
  RECORDS_TABLE: z.string().min(1),
  AUDIT_TABLE: z.string().min(1),
  LISTS_BUCKET: z.string().min(1),
  OWNER_BOOK_BUCKET: z.string().min(1),
});
export type Config = z.infer<typeof Config>;
