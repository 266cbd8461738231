import type { KnownDisposition, PresentFacts } from '../../../domain/dispositions/apply-dispositions.ts';
import type { JudgedEntry } from '../../../domain/dispositions/judged-entry.ts';
import type { Match, ScreeningQuery } from '../../../domain/screening/screening.ts';

export const now = new Date('2026-03-01T12:00:00.000Z');

export function match(entryId: string, score = 0.9): Match {
  return { list: 'ofac-sdn', entryId, name: `LISTED ${entryId}`, score, reasons: [] };
}

export const query: ScreeningQuery = {
  name: 'Mira Testperson',
  otherNames: ['M. Testperson', 'Mira T.'],
  kind: 'individual',
  birthDate: '1980-02-29',
  countries: ['FR', 'BE'],
};

export const entry: JudgedEntry = {
  kind: 'individual',
  names: [
    { text: 'LISTED, One', quality: 'strong', role: 'primary' },
    { text: 'LISTED, Uno', quality: 'weak', role: 'aka' },
  ],
  birthDates: [{ text: '1950', from: '1950-01-01', to: '1950-12-31', isApproximate: false }],
  countries: ['IR', 'IQ'],
  identifiers: [{ kind: 'passport', value: 'A1', country: 'IR' }],
};

export function disposition(entryId: string, differing: Partial<KnownDisposition> = {}): KnownDisposition {
  return {
    id: `dsp_${entryId}`,
    list: 'ofac-sdn',
    entryId,
    state: 'confirmed',
    until: '2027-03-01',
    query,
    entry,
    ...differing,
  };
}

export function facts(
  differing: Partial<ScreeningQuery> = {},
  listed: Partial<JudgedEntry> = {},
): PresentFacts {
  return { query: { ...query, ...differing }, entry: () => ({ ...entry, ...listed }) };
}
