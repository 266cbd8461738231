import { z } from 'zod';

const bytes = z.instanceof(Uint8Array);

/** What a sealed text is stored as, beside its key. */
export const SealedItem = z.object({ v: z.literal(1), wrappedKey: bytes, ciphertext: bytes });
