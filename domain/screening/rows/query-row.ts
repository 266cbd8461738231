import { z } from 'zod';
import { ScreenedParty } from './screened-party.ts';

/** The caller's own number or name of a row; it comes back as it was. */
export const RowId = z.union([z.string().min(1).max(256), z.int()], {
  error:
    'must be a text of 1 to 256 characters or a whole number; give each row one, by which you know it again',
});

/** One line of input of `kyc screen`. */
export const QueryRow = ScreenedParty.extend({ id: RowId });
export type QueryRow = z.infer<typeof QueryRow>;

/** One line of input of `kyc compare`. */
export const PairRow = z.object({ id: RowId, left: ScreenedParty, right: ScreenedParty });
export type PairRow = z.infer<typeof PairRow>;
