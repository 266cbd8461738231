import { z } from 'zod';

export const Config = z.object({
  INBOX_TABLE: z.string().min(1),
  VERIFICATION_QUEUE_URL: z.url(),
  /** JSON `{ "current": base64, "previous": base64 | null }`; both are accepted while one replaces the other. */
  INBOUND_SECRET_ID: z.string().min(1),
  PARTY_KEY_ID: z.string().min(1),
});
export type Config = z.infer<typeof Config>;
