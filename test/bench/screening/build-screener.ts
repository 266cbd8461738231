import type { ListEntry } from '../../../domain/lists/list-entry.ts';
import { createScreener } from '../../../domain/screening/create-screener.ts';
import type { Screener } from '../../../domain/screening/screening.ts';

/** The one place of the bench that knows how a screener is made. */
export function screenerOver(entries: readonly ListEntry[], threshold: number): Screener {
  return createScreener(entries, 'bench', { threshold });
}
