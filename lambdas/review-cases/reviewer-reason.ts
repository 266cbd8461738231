import { z } from 'zod';

/** Why a person decides as they do: long enough to say something, short enough to be read. */
export const Because = z.string().trim().min(10, 'expected a reason of at least 10 characters').max(2000);
