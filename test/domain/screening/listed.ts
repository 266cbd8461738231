import type { ListEntry, ListedName } from '../../../domain/lists/list-entry.ts';
import { compiledScreener } from '../../support/compiled-screener.ts';
import type { Match, Screening, ScreeningQuery } from '../../../domain/screening/screening.ts';
import { shippedThreshold } from '../../support/shipped-threshold.ts';

/** A listed party of which a test states only what matters to it. */
export function listed(entryId: string, name: string, changes: Partial<ListEntry> = {}): ListEntry {
  return {
    list: 'ofac-sdn',
    entryId,
    kind: 'individual',
    names: [strong(name)],
    programmes: [],
    birthDates: [],
    countries: [],
    identifiers: [],
    addresses: [],
    relationships: [],
    sources: [],
    remarks: '',
    ...changes,
  };
}

export function strong(text: string): ListedName {
  return { text, quality: 'strong', role: 'primary' };
}

/** Screens against the entries given, at the threshold that the provider's default pack sets. */
export function screenAgainst(
  entries: readonly ListEntry[],
): (query: ScreeningQuery) => Screening & { matches?: readonly Match[] } {
  const screener = compiledScreener(entries, 'digest', { threshold: shippedThreshold });
  return (query) => screener.screen(query);
}
