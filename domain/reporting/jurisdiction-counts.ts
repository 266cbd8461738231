import { z } from 'zod';
import type { PersonStatus } from './certified-account.ts';

const Count = z.int().nonnegative();

/** `unknown` is a row like the others: whoever has no known location is counted there. */
export const JurisdictionRow = z.strictObject({
  jurisdiction: z
    .union([z.string().regex(/^[A-Z]{2}$/), z.literal('unknown')])
    .describe('ISO 3166-1 alpha-2, or unknown'),
  total: Count,
  us: Count,
  foreign: Count,
  undetermined: Count.describe('Treated as foreign, counted apart; never counted as US'),
});
export type JurisdictionRow = z.infer<typeof JurisdictionRow>;

/** A table jurisdiction → count, with the person status beside. Bounded by the number of country codes. */
export class JurisdictionCounts {
  private readonly rows = new Map<string, JurisdictionRow>();

  add(country: string | null, personStatus: PersonStatus): void {
    const jurisdiction = country ?? 'unknown';
    const row = this.rows.get(jurisdiction) ?? { jurisdiction, total: 0, us: 0, foreign: 0, undetermined: 0 };
    row.total += 1;
    row[personStatus] += 1;
    this.rows.set(jurisdiction, row);
  }

  /** Largest first, then by code; `unknown` last, so that it is always found in the same place. */
  table(): JurisdictionRow[] {
    return [...this.rows.values()].sort(
      (a, b) =>
        Number(a.jurisdiction === 'unknown') - Number(b.jurisdiction === 'unknown') ||
        b.total - a.total ||
        (a.jurisdiction < b.jurisdiction ? -1 : 1),
    );
  }
}
