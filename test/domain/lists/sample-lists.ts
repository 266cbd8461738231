import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { OfacFiles } from '../../../domain/lists/ofac-files.ts';

const lists = new URL('../../../data/lists/', import.meta.url);

export function shippedFile(path: string): Uint8Array {
  return new Uint8Array(gunzipSync(readFileSync(new URL(path, lists))));
}

/** The complete set of July 2021. */
export function julySet(): OfacFiles {
  return {
    sdn: shippedFile('ofac-2021-07/sdn.csv.gz'),
    alt: shippedFile('ofac-2021-07/alt.csv.gz'),
    add: shippedFile('ofac-2021-07/add.csv.gz'),
    sdnComments: shippedFile('ofac-2021-07/sdn_comments.csv.gz'),
  };
}

/** The complete Consolidated set of December 2025. */
export function consolidatedSet(): OfacFiles {
  const file = (name: string) => shippedFile(`ofac-consolidated-2025-12/cons_${name}.csv.gz`);
  return { sdn: file('prim'), alt: file('alt'), add: file('add'), sdnComments: file('comments') };
}

/** Files in OFAC's form with as many rows as a test needs. Each row is the text between the line ends. */
export function writtenSet(rows: Partial<Record<keyof OfacFiles, readonly string[]>>): OfacFiles {
  const file = (lines: readonly string[]) =>
    new TextEncoder().encode(`${lines.map((line) => `${line}\r\n`).join('')}\u001a`);
  return {
    sdn: file(rows.sdn ?? [sdnRow(36, 'AEROCARIBBEAN AIRLINES')]),
    alt: file(rows.alt ?? ['36,12,"aka","AERO-CARIBBEAN",-0- ']),
    add: file(rows.add ?? ['36,25,-0- ,"Havana","Cuba",-0- ']),
    sdnComments: file(rows.sdnComments ?? ['36,-0- ']),
  };
}

export function sdnRow(entryId: number, name: string, { kind = '-0- ', remarks = '-0- ' } = {}): string {
  return `${entryId},"${name}",${kind},"CUBA] [SDGT",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,${remarks}`;
}
