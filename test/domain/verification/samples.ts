import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { wordWeightsBy } from '../../../domain/screening/words/word-weights.ts';
import { namesByLikeness } from '../../../domain/verification/compare-names.ts';
import { shippedWordCounts } from '../../../adapters/screening/shipped-word-counts.ts';
import { shippedPack } from '../policy/shipped-packs.ts';

export function sampleText(name: string): string {
  return readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8');
}

export function sampleRows<Row>(name: string): Row[] {
  return parse(sampleText(name), { columns: true, skip_empty_lines: true, relax_column_count: true });
}

/** All answers of GLEIF that are kept here, as JSON texts. */
export function gleifAnswers(): string[] {
  const folder = 'gleif-api-2025-05';
  return ['lei_records', 'relationships', 'reporting_exceptions'].flatMap((kind) =>
    readdirSync(new URL(`samples/${folder}/${kind}`, import.meta.url)).map((file) =>
      sampleText(`${folder}/${kind}/${file}`),
    ),
  );
}

/** What the shipped pack of the provider says about verification. */
export function shippedVerification() {
  const pack = shippedPack('provider-default');
  if (pack.kind !== 'provider') throw new Error('provider-default must be a pack of the kind provider');
  return pack.verification;
}

/** The comparison that ships, under the limits that ship. */
export const likeness = namesByLikeness(wordWeightsBy(shippedWordCounts), shippedVerification().nameLikeness);
