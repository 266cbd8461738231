import '../support/quiet-functions.ts';
import { describe, expect, it } from 'vitest';
import { acceptLists } from '../../lambdas/accept-lists/accept-lists.ts';
import { currentScreener } from '../../lambdas/screen-parties/current-screener.ts';
import { sdnRow, writtenSet } from '../domain/lists/sample-lists.ts';
import { InMemoryLists } from '../support/in-memory-lists.ts';
import { InMemoryTransactions } from '../support/in-memory-transactions.ts';

const gate = {
  'ofac-sdn': {
    minimumEntries: 1,
    largestLossShare: 0.5,
    largestGainShare: 5,
    lowestRemarksShare: 0,
    sentinels: ['FIRST LISTED'],
  },
};
const matcher = { rule: 'PROV-03', threshold: 0.7 };
const first = sdnRow(36, 'FIRST LISTED');

async function using(...publications: { publishedOn: string; rows: string[] }[]) {
  const records = new InMemoryTransactions();
  const lists = new InMemoryLists(records);
  const accept = acceptLists({
    lists,
    commit: records.commit,
    gate,
    rescreen: () => Promise.resolve(),
    now: () => new Date(),
  });
  const publish = async ({ publishedOn, rows }: { publishedOn: string; rows: string[] }) => {
    lists.upload(publishedOn, writtenSet({ sdn: rows }));
    await accept({ prefix: publishedOn, publishedOn });
  };
  for (const publication of publications) await publish(publication);
  return { lists, publish, screener: currentScreener(lists, { matcher }) };
}

describe('the screener of the list in use', () => {
  it('finds who is on the list', async () => {
    const { screener } = await using({ publishedOn: '2021-07', rows: [first] });
    const available = await screener();
    expect('screen' in available && available.screen({ name: 'First Listed' }).outcome).toBe('possibleMatch');
  });

  it('is kept while the list stays, and read anew when a later one is in use', async () => {
    const { publish, screener } = await using({ publishedOn: '2021-07', rows: [first] });
    const held = await screener();
    expect(await screener()).toBe(held);
    await publish({ publishedOn: '2021-08', rows: [first, sdnRow(99, 'Quincy Zzyzx')] });
    const next = await screener();
    expect(next).not.toBe(held);
    expect('screen' in next && next.screen({ name: 'Quincy Zzyzx' }).outcome).toBe('possibleMatch');
  });

  it('is unavailable before any list was accepted', async () => {
    const { screener } = await using();
    expect(await screener()).toEqual({ unavailable: 'listUnavailable' });
  });

  it('is unusable when a file of the list is gone', async () => {
    const { lists, screener } = await using({ publishedOn: '2021-07', rows: [first] });
    lists.objects.delete('2021-07/alt.csv.gz');
    expect(await screener()).toEqual({ unavailable: 'listUnusable' });
  });

  it('is unusable when the files are not those that were accepted', async () => {
    const { lists, screener } = await using({ publishedOn: '2021-07', rows: [first] });
    lists.upload('2021-07', writtenSet({ sdn: [first, sdnRow(99, 'PUT IN LATER')] }));
    expect(await screener()).toEqual({ unavailable: 'listUnusable' });
  });
});
