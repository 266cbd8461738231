import { describe, expect, it } from 'vitest';
import { setDigest, sha256 } from '../../domain/lists/list-digest.ts';
import { sdnRow, writtenSet } from '../domain/lists/sample-lists.ts';
import { compilerOf, gateOf, listGateway } from './list-gateway.ts';

type Gateway = ReturnType<typeof listGateway>;

const day = '2026-02-01';
const sdn = writtenSet({ sdn: [sdnRow(36, 'FIRST LISTED')] });
const header = 'id,name,kind,other_names,birth_date,countries,identifiers,reason\n';
const own = (...rows: string[]) => Buffer.from(header + rows.map((row) => `${row}\n`).join(''));
const zzyzx = 'x1,Quincy Zzyzx,individual,,,,,chargebacks';

async function verdicts({ accept }: Gateway, prefix: string): Promise<readonly string[]> {
  const { lists } = await accept({ prefix, publishedOn: day });
  return lists.map((list) => `${list.list} ${list.verdict === 'refused' ? list.because : list.verdict}`);
}

async function withTwo(gate = gateOf()): Promise<Gateway> {
  const using = listGateway(gate);
  using.lists.upload('first', sdn);
  using.lists.uploadFile('first', 'own.csv', own(zzyzx));
  expect(await verdicts(using, 'first')).toEqual(['ofac-sdn accepted', 'own accepted']);
  return using;
}

async function matchedLists(using: Gateway, name: string): Promise<readonly string[]> {
  const screener = await using.screener()();
  if ('unavailable' in screener) return [screener.unavailable];
  const screening = screener.screen({ name });
  return screening.outcome === 'possibleMatch' ? screening.matches.map(({ list }) => list) : [];
}

describe('several lists', () => {
  it('are in use together: one index, one digest of all, one change with an entry for each', async () => {
    const { lists, indexes, entries } = await withTwo();
    const inUse = await lists.inUse();
    const summaries = inUse?.lists.map(({ summary }) => summary) ?? [];
    expect(summaries.map(({ list }) => list)).toEqual(['ofac-sdn', 'own']);
    expect(inUse).toMatchObject({ revision: 1, listDigest: setDigest(summaries) });
    expect([...indexes.files.keys()]).toEqual([inUse?.index?.digest]);
    expect(entries.map(({ action, subject, lists: digest }) => [action, subject.id, digest])).toEqual([
      ['list.accepted', 'ofac-sdn', summaries[0]?.digest],
      ['list.accepted', 'own', summaries[1]?.digest],
      ['lists.inUse', 'in-use', inUse?.listDigest],
    ]);
    expect(entries[2]).toMatchObject({
      evidence: sha256(JSON.stringify(inUse)),
      outcome: ['ofac-sdn', 'own', inUse?.index?.digest],
    });
  });

  it('are all searched, and a match says on which it is', async () => {
    const using = await withTwo();
    expect(await matchedLists(using, 'First Listed')).toEqual(['ofac-sdn']);
    expect(await matchedLists(using, 'Quincy Zzyzx')).toEqual(['own']);
  });

  it('stay in use when another one comes, and everybody is screened again', async () => {
    const using = listGateway();
    using.lists.upload('first', sdn);
    await verdicts(using, 'first');
    using.lists.uploadFile('second', 'own.csv', own(zzyzx));
    expect(await verdicts(using, 'second')).toEqual(['own accepted']);
    expect(await matchedLists(using, 'First Listed')).toEqual(['ofac-sdn']);
    expect(await matchedLists(using, 'Quincy Zzyzx')).toEqual(['own']);
    expect(using.rescreened).toEqual([(await using.lists.inUse())?.listDigest]);
  });

  it('are refused one by one: what is refused stays as it was, the others go on', async () => {
    const using = await withTwo();
    using.lists.upload(
      'later',
      writtenSet({ sdn: [sdnRow(36, 'FIRST LISTED'), sdnRow(99, 'SECOND LISTED')] }),
    );
    using.lists.uploadFile('later', 'own.csv', Buffer.from('<html>'));
    expect(await verdicts(using, 'later')).toEqual(['ofac-sdn accepted', 'own unreadable']);
    expect(await matchedLists(using, 'Second Listed')).toEqual(['ofac-sdn']);
    expect(await matchedLists(using, 'Quincy Zzyzx')).toEqual(['own']);
    const kept = (await using.lists.inUse())?.lists.map(({ revision }) => revision);
    expect(kept).toEqual([2, 1]);
  });

  it('are not put into use without one of them: a list that cannot be read any more has to come again', async () => {
    const using = await withTwo();
    using.lists.objects.delete('first/own.csv.gz');
    using.lists.upload(
      'later',
      writtenSet({ sdn: [sdnRow(36, 'FIRST LISTED'), sdnRow(99, 'SECOND LISTED')] }),
    );
    const before = await using.lists.inUse();
    expect(await verdicts(using, 'later')).toEqual(['ofac-sdn anotherUnusable']);
    expect(await using.lists.inUse()).toEqual(before);
    using.lists.uploadFile('later', 'own.csv', own(zzyzx, 'x2,Somebody Else,individual,,,,,chargebacks'));
    expect(await verdicts(using, 'later')).toEqual(['ofac-sdn accepted', 'own accepted']);
  });

  it('are compiled again when the same come after a new matcher, or when their index is gone', async () => {
    const using = await withTwo();
    const first = await using.lists.inUse();
    using.indexes.files.clear();
    await verdicts(using, 'first');
    expect([...using.indexes.files.keys()]).toEqual([first?.index?.digest]);
    expect(await using.lists.inUse()).toMatchObject({ revision: 2, listDigest: first?.listDigest });
    await verdicts(using, 'first');
    expect((await using.lists.inUse())?.revision).toBe(2);
    expect(compilerOf({ a: 1 }).reads(first?.index ?? { digest: '', matcherVersion: '', format: 0 })).toBe(
      false,
    );
  });
});

describe('the Consolidated Screening List', () => {
  const columns = '_id,source,type,programs,name,addresses,alt_names,dates_of_birth,ids';
  const entity = 'e1,Entity List (EL) - Bureau of Industry and Security,,,HUAWEI TEST,,,,';
  const denied = 'd1,Denied Persons List (DPL) - Bureau of Industry and Security,,,DENIED ONE,,,,';
  const sdnPart = 's1,Specially Designated Nationals (SDN) - Treasury Department,,,LISTED ONE,,,,';
  const file = (...rows: string[]) => Buffer.from([columns, ...rows, ''].join('\n'));

  it('brings each list of Commerce and State by its name', async () => {
    const using = listGateway();
    using.lists.uploadFile('csl', 'consolidated.csv', file(sdnPart, entity, denied));
    expect(await verdicts(using, 'csl')).toEqual(['bis-dpl accepted', 'bis-entity accepted']);
    expect(await matchedLists(using, 'Huawei Test')).toEqual(['bis-entity']);
  });

  it('keeps a list in use that it comes without, and says that it vanished', async () => {
    const using = listGateway();
    using.lists.uploadFile('csl', 'consolidated.csv', file(sdnPart, entity, denied));
    await verdicts(using, 'csl');
    using.lists.uploadFile('later', 'consolidated.csv', file(sdnPart, entity));
    expect(await verdicts(using, 'later')).toEqual(['bis-entity accepted', 'bis-dpl vanished']);
    expect(await matchedLists(using, 'Denied One')).toEqual(['bis-dpl']);
  });

  it('is refused as a whole without a part that policy names, OFAC’s among them, and its lists go on by themselves', async () => {
    const using = listGateway();
    using.lists.uploadFile('csl', 'consolidated.csv', file(entity));
    expect(await verdicts(using, 'csl')).toEqual(['bis-entity accepted', 'consolidated sublistMissing']);
  });
});
