import { inspectListFolder } from '../domain/lists/folder/read-list-folder.ts';
import type { FolderReading } from '../domain/lists/folder/folder-reading.ts';
import { checkFolder } from './lists/check-folder.ts';
import { renderCheck } from './lists/render-check.ts';
import { CouldNotTellError } from './outcome-errors.ts';
import { readFolder } from './read-folder.ts';
import { shippedProviderPolicy } from './shipped-data.ts';
import { paletteFor } from './terminal/palette.ts';

export interface ListsCheckOptions {
  readonly lists: string;
  readonly previous?: string;
  readonly publishedOn?: string;
  readonly json?: boolean;
  /** Against which a day to come is told; now, when absent. */
  readonly now?: Date;
}

/**
 * `kyc lists check`: what was read of each list, what the pipeline's gate would say with the folder before in use, and what
 * changed. 1 when the gate refuses any.
 * @throws CouldNotTellError when a folder cannot be read or holds no list
 */
export function listsCheck({ lists, previous, publishedOn, json, now }: ListsCheckOptions): 0 | 1 {
  const reading = inspect(lists, publishedOn ?? null);
  const earlier = previous === undefined ? null : inspect(previous, null);
  const today = (now ?? new Date()).toISOString().slice(0, 'YYYY-MM-DD'.length);
  const report = checkFolder(reading, earlier, { policy: shippedProviderPolicy().listGate, today });
  process.stdout.write(
    json ? `${JSON.stringify(report)}\n` : renderCheck(report, paletteFor(process.stdout)),
  );
  return report.lists.every(({ verdict }) => verdict.verdict === 'accepted') ? 0 : 1;
}

function inspect(directory: string, publishedOn: string | null): FolderReading {
  const reading = inspectListFolder(readFolder(directory), { publishedOn, endMark: 'required' });
  if (reading.lists.length > 0 || reading.refused.length > 0) return reading;
  throw new CouldNotTellError(
    `${directory} holds no list under an official name, such as sdn.csv, cons_prim.csv, sdn_enhanced.xml, ` +
      'consolidated.csv, dpl.txt or own.csv',
  );
}
