import { mkdirSync, mkdtempSync, rmSync, writeFileSync, copyFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listRecords } from '../../adapters/lists/list-store.ts';
import { publishLists, type PublicationAnswer } from '../../cli/stage/publish-lists.ts';
import type { AccountRecord } from '../../domain/accounts/account-record.ts';
import { accountCreated, individual } from '../support/account-events.ts';
import { sharedAssembly } from '../support/assembly.ts';
import { ReviewDesk } from '../support/review-desk.ts';
import { startAws, type RunningAws } from '../support/running-aws.ts';
import { storedState } from '../support/stored-items.ts';

const dpl = resolve(import.meta.dirname, '..', '..', 'data', 'lists', 'bis-dpl-2021-07', 'dpl.txt.gz');
const own = `id,name,kind,other_names,birth_date,countries,identifiers,reason
x1,Quincy Zzyzx,individual,,,,,chargebacks
`;

describe('lists of several publishers', () => {
  let running: RunningAws;
  let folders: string;

  beforeAll(async () => {
    running = await startAws({ assembly: sharedAssembly() });
    folders = mkdtempSync(join(tmpdir(), 'iaas-kyc-lists-'));
  });

  afterAll(async () => {
    rmSync(folders, { recursive: true });
    await running.close();
  });

  async function publish(name: string, ownList: string): Promise<PublicationAnswer> {
    const folder = join(folders, name);
    mkdirSync(folder);
    copyFileSync(dpl, join(folder, 'DPL.TXT.gz'));
    writeFileSync(join(folder, 'own.csv'), ownList);
    const answer = await publishLists(running, folder, '2021-07-20');
    await running.aws.settled();
    return answer;
  }

  async function opened(account: string, name: string): Promise<AccountRecord> {
    await running.send(accountCreated({ account, customer: individual({ name }), owners: [] }));
    await running.aws.settled();
    const found = (await storedState(running)).accounts.get(account);
    if (!found) throw new Error(`account ${account} is not stored`);
    return found;
  }

  it('come into use beside the list there is, and one that is refused keeps no other away', async () => {
    const broken = await publish('broken', '<html>');
    expect(broken.lists.map(({ list, verdict }) => [list, verdict])).toEqual([
      ['bis-dpl', 'accepted'],
      ['own', 'refused'],
    ]);
    const mended = await publish('mended', own);
    expect(mended.lists.map(({ verdict }) => verdict)).toEqual(['accepted', 'accepted']);
    const inUse = await listRecords(running.clients.documents, running.names.RecordsTable).inUse();
    expect(inUse?.lists.map(({ summary }) => summary.list)).toEqual(['bis-dpl', 'ofac-sdn', 'own']);
    expect(inUse?.listDigest).toBe(mended.listDigest);
  });

  it('bring a customer who is on the Denied Persons List to review, under the name of that list', async () => {
    const account = await opened('denied', 'Mahan Airways');
    expect(account).toMatchObject({ status: 'underReview', permission: 'none' });
    expect(account.customer?.screening?.matchedLists).toContain('bis-dpl');
    const shown = await new ReviewDesk(running).show('alice', account.openCase ?? '');
    expect(JSON.stringify(shown)).toContain('"list":"bis-dpl"');
  });

  it('bring a customer who is on the provider’s own list to review, with the digests of what was searched', async () => {
    const inUse = await listRecords(running.clients.documents, running.names.RecordsTable).inUse();
    const { customer, status } = await opened('own', 'Quincy Zzyzx');
    expect(status).toBe('underReview');
    expect(customer?.screening).toMatchObject({
      ...{ matchedLists: ['own'], listDigest: inUse?.listDigest, indexDigest: inUse?.index?.digest },
    });
  });
});
