import { z } from 'zod';

export const Config = z.object({
  RECORDS_TABLE: z.string().min(1),
  INBOX_TABLE: z.string().min(1),
  VERIFICATION_QUEUE_URL: z.url(),
  LISTS_BUCKET: z.string().min(1),
  OWNER_BOOK_BUCKET: z.string().min(1),
  REPORTS_BUCKET: z.string().min(1),
  PARTY_KEY_ID: z.string().min(1),
});
export type Config = z.infer<typeof Config>;
