import { readConsolidated } from '../consolidated/read-consolidated.ts';
import { setDigest } from '../list-digest.ts';
import { ListRefusedError } from '../list-refused-error.ts';
import { readDeniedPersons } from '../read-denied-persons.ts';
import type { ReadList } from '../read-list.ts';
import { readOwnList } from '../read-own-list.ts';
import { readXmlSet } from '../read-xml-set.ts';
import type {
  FolderExpectations,
  FolderReading,
  ListFolder,
  UnreadableList,
  UnreadFile,
} from './folder-reading.ts';
import { listCandidates, type ListCandidate } from './list-candidates.ts';
import { readOfacFolder } from './read-ofac-folder.ts';

type Reading = Pick<FolderReading, 'lists' | 'sources'>;

/**
 * Reads every list of a folder of official files, whatever the case of their names.
 * @throws ListRefusedError of the first list that must not be used, or when there is none
 */
export function readListFolder(folder: ListFolder, expectations: FolderExpectations): FolderReading {
  const reading = inspectListFolder(folder, expectations);
  const [refused] = reading.refused;
  if (refused !== undefined) throw refused.error;
  if (reading.lists.length === 0) throw noList(folder);
  return reading;
}

/** The same, with what was refused beside what was read: for a report. Nobody may be screened against half of it. */
export function inspectListFolder(folder: ListFolder, expectations: FolderExpectations): FolderReading {
  const { chosen, superseded } = choose(listCandidates([...folder.keys()]));
  const readings: Reading[] = [];
  const refused: UnreadableList[] = [];
  for (const candidate of chosen) {
    try {
      readings.push(readCandidate(candidate, folder, expectations));
    } catch (error) {
      if (!(error instanceof ListRefusedError)) throw error;
      refused.push({ list: nameOf(candidate), error });
    }
  }
  const lists = withoutTwins(readings.flatMap((reading) => reading.lists));
  return {
    lists,
    digest: setDigest(lists.map(({ summary }) => summary)),
    unread: [...superseded, ...unknownFiles(folder, chosen, superseded)],
    refused,
    sources: readings.flatMap(({ sources }) => sources),
  };
}

function readCandidate(
  candidate: ListCandidate,
  folder: ListFolder,
  expectations: FolderExpectations,
): Reading {
  const { publishedOn } = expectations;
  const bytes = folder.get(candidate.files[0]) ?? new Uint8Array();
  const alone = (list: ReadList): Reading => ({ lists: [list], sources: [] });
  switch (candidate.kind) {
    case 'xml':
      return alone(readXmlSet(candidate.form, candidate.files[0].toLowerCase(), bytes));
    case 'csv':
      return alone(readOfacFolder(candidate.list, folder, expectations));
    case 'consolidated':
      return readConsolidated(candidate.file, bytes, publishedOn);
    case 'denied':
      return alone(readDeniedPersons(bytes, publishedOn));
    case 'own':
      return alone(readOwnList(bytes, publishedOn));
  }
}

/** The first candidate of each list, and the files of the others. */
function choose(candidates: readonly ListCandidate[]): {
  chosen: readonly ListCandidate[];
  superseded: readonly UnreadFile[];
} {
  const best = new Map<string, ListCandidate>();
  const superseded: UnreadFile[] = [];
  for (const candidate of candidates) {
    const better = best.get(nameOf(candidate));
    if (better === undefined) best.set(nameOf(candidate), candidate);
    else {
      const by = better.files[0];
      superseded.push(...candidate.files.map((file) => ({ file, because: 'superseded', by }) as const));
    }
  }
  return { chosen: [...best.values()], superseded };
}

function nameOf(candidate: ListCandidate): string {
  switch (candidate.kind) {
    case 'xml':
    case 'csv':
      return candidate.list;
    case 'consolidated':
      return 'consolidated';
    case 'denied':
      return 'bis-dpl';
    case 'own':
      return 'own';
  }
}

/** BIS's own file of a list counts before what the Consolidated Screening List holds of it. */
function withoutTwins(lists: readonly ReadList[]): ReadList[] {
  const once = new Map<string, ReadList>();
  for (const list of lists) {
    if (!once.has(list.summary.list) || !('consolidated' in list.files)) once.set(list.summary.list, list);
  }
  return [...once.values()].sort((one, other) => (one.summary.list < other.summary.list ? -1 : 1));
}

function unknownFiles(
  folder: ListFolder,
  chosen: readonly ListCandidate[],
  superseded: readonly UnreadFile[],
): UnreadFile[] {
  const known = new Set([...chosen.flatMap(({ files }) => files), ...superseded.map(({ file }) => file)]);
  return [...folder.keys()]
    .filter((file) => !known.has(file))
    .map((file) => ({ file, because: 'unknownName' }));
}

function noList(folder: ListFolder): ListRefusedError {
  return new ListRefusedError({
    file: 'the folder',
    row: null,
    expected:
      'official files such as sdn.csv, cons_prim.csv, sdn_enhanced.xml, consolidated.csv, dpl.txt or own.csv',
    found: [...folder.keys()].slice(0, 10).join(', ') || 'nothing',
    whatToDo: 'Give the files the names that their publishers give them',
  });
}
