import { readSet, type ListedSample } from './samples.ts';

/** Listed parties in other scripts than Arabic, by name alone. */
export function scriptSamples(): ListedSample[] {
  return readSet('script_names.csv').map((row) => ({
    query: { name: row.name },
    entryId: row.entity_id ?? '',
    trueName: row.latin ?? '',
    group: row.script ?? '',
  }));
}
