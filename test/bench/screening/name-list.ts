import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { ListedName, ListEntry } from '../../../domain/lists/list-entry.ts';
import { listed } from '../../domain/screening/listed.ts';

const file = new URL(
  '../../../data/lists/ofac-sdn-2025-08-names/sdn_names.2025-08.jsonl.gz',
  import.meta.url,
);

/** OFAC's numbers for what a name is to its party. */
const roles: Record<string, ListedName['role']> = { 1400: 'aka', 1401: 'fka', 1402: 'nka', 1403: 'primary' };

interface PublishedParty {
  readonly entity_id: number;
  readonly names: readonly {
    readonly full_name: string;
    readonly is_primary: boolean;
    readonly type_id: string;
  }[];
}

/** Every name of every SDN of August 2025, 41,859 of them. The file tells neither kinds nor dates nor weak names. */
export function readNameList(): ListEntry[] {
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => entryFrom(JSON.parse(line) as PublishedParty));
}

function entryFrom({ entity_id: number, names }: PublishedParty): ListEntry {
  return listed(String(number), '', {
    kind: 'unknown',
    names: names
      .toSorted((one, other) => Number(other.is_primary) - Number(one.is_primary))
      .map(({ full_name: text, type_id: type }) => ({ text, quality: 'strong', role: roles[type] ?? 'aka' })),
  });
}
