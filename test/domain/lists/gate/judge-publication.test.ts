import { describe, expect, it } from 'vitest';
import { inspectListFolder } from '../../../../domain/lists/folder/read-list-folder.ts';
import {
  judgePublication,
  type EarlierList,
  type PublicationGate,
} from '../../../../domain/lists/gate/judge-publication.ts';
import { listTitles } from '../../../../domain/lists/list-ids.ts';
import { openGate } from '../open-gate.ts';

const gates = Object.fromEntries(Object.keys(listTitles).map((list) => [list, openGate]));
const policy: PublicationGate['policy'] = {
  lists: gates as PublicationGate['policy']['lists'],
  consolidatedSources: ['Entity List (EL)'],
};
const ownFile = 'id,name,kind,other_names,birth_date,countries,identifiers,reason\nx1,Ann Example,,,,,,\n';
const columns = '_id,source,type,programs,name,addresses,alt_names,dates_of_birth,ids';
const entityRow = 'e1,Entity List (EL),,,FIRST,,,,';
const deniedRow = 'd1,Denied Persons List (DPL),,,SECOND,,,,';
const consolidatedOf = (...rows: string[]) => [columns, ...rows, ''].join('\n');

function read(files: Record<string, string>, publishedOn: string | null = '2026-02-28') {
  const folder = Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)] as const);
  return inspectListFolder(new Map(folder), { publishedOn, endMark: 'required' });
}

function verdicts(
  reading: ReturnType<typeof read>,
  before: readonly EarlierList[] = [],
  today = '2026-03-01',
) {
  return judgePublication(reading, before, { policy, today }).map((judged) =>
    judged.verdict === 'accepted'
      ? `${judged.read.summary.list} accepted`
      : `${judged.list} ${judged.because}`,
  );
}

describe('the judge of a publication', () => {
  it.each([
    ['2026-03-01', '2026-03-01', 'accepted'],
    ['2026-03-02', '2026-03-01', 'inTheFuture'],
    ['2026-03', '2026-03-01', 'accepted'],
    ['2026-04', '2026-03-31', 'inTheFuture'],
    [null, '2026-03-01', 'accepted'],
  ])('says of a list of %s, on %s: %s', (publishedOn, today, said) => {
    expect(verdicts(read({ 'own.csv': ownFile }, publishedOn), [], today)).toEqual([`own ${said}`]);
  });

  it('holds each list against the one of its own name', () => {
    const publication = read({ 'own.csv': ownFile, 'consolidated.csv': consolidatedOf(entityRow) });
    const later = read({ 'own.csv': ownFile }, '2026-03-01').lists;
    expect(verdicts(publication, later)).toEqual(['bis-entity accepted', 'own olderThanCurrent']);
  });

  it('says which list the Consolidated Screening List brought before and does not now', () => {
    const before = read({ 'consolidated.csv': consolidatedOf(entityRow, deniedRow) }).lists;
    const after = read({ 'consolidated.csv': consolidatedOf(entityRow) });
    expect(verdicts(after, before)).toEqual(['bis-entity accepted', 'bis-dpl vanished']);
  });

  it('says that it came without a part that policy names, and judges the others by themselves', () => {
    expect(verdicts(read({ 'consolidated.csv': consolidatedOf(deniedRow) }))).toEqual([
      'bis-dpl accepted',
      'consolidated sublistMissing',
    ]);
  });

  it('asks for no list that stems from a file of its own, nor for any part where that file did not come', () => {
    const before = read({ 'own.csv': ownFile, 'consolidated.csv': consolidatedOf(entityRow) }).lists;
    expect(verdicts(read({ 'own.csv': ownFile }), before)).toEqual(['own accepted']);
    expect(verdicts(read({ 'consolidated.csv': consolidatedOf(entityRow) }), before)).toEqual([
      'bis-entity accepted',
    ]);
  });

  it('says once of a list that cannot be read that it cannot, and not that it vanished', () => {
    const before = read({ 'consolidated.csv': consolidatedOf(entityRow, deniedRow) }).lists;
    const after = read({ 'consolidated.csv': consolidatedOf(entityRow), 'dpl.txt': '' });
    expect(verdicts(after, before)).toEqual(['bis-entity accepted', 'bis-dpl unreadable']);
  });
});
