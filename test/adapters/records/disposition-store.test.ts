import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DeleteCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import { dispositionStore, type DispositionStore } from '../../../adapters/records/disposition-store.ts';
import { judgementStore, type JudgementStore } from '../../../adapters/records/judgement-store.ts';
import { commit, type TransactionItem } from '../../../adapters/records/transaction.ts';
import { kmsEnvelope, sealedDigest, type Sealed } from '../../../adapters/sealing/envelope.ts';
import {
  nextDispositionId,
  type DispositionRecord,
} from '../../../domain/dispositions/disposition-record.ts';
import { ConcurrentChangeError, RecordMissingError } from '../../../domain/errors/kyc-error.ts';
import { entry } from '../../domain/dispositions/samples.ts';
import { collected } from '../../support/collected.ts';
import { embeddedStores, recordsTable, type EmbeddedStores } from '../embedded-stores.ts';

let stores: EmbeddedStores;
let dispositions: DispositionStore;
let judgements: JudgementStore;

beforeAll(async () => {
  stores = await embeddedStores();
  dispositions = dispositionStore(stores.documents, recordsTable);
  judgements = judgementStore(stores.documents, recordsTable, kmsEnvelope(stores.aws.kms, stores.keys.party));
});
afterAll(() => stores.close());

const write = (...items: TransactionItem[]) => commit(stores.documents, 'this', items);

function disposition(id: string, differing: Partial<DispositionRecord> = {}): DispositionRecord {
  return {
    ...{ id, revision: 1, accountId: 'acct_1', partyId: 'p_1', list: 'ofac-sdn', entryId: '36' },
    ...{ caseId: 'case_1', state: 'proposed', until: '2027-03-01', sequence: 1, queryDigest: 'a', entry },
    proposal: { by: 'alice', at: '2026-03-01T12:00:00.000Z', revision: 1, reasonDigest: 'b' },
    ...{ answer: null, releaseProposal: null, release: null },
    ...differing,
  };
}

describe('the dispositions of a party', () => {
  it('are none until somebody proposes one, and then all of them in order', async () => {
    const empty = await dispositions.ofParty('acct_1', 'p_1');
    expect(empty).toEqual({
      known: { accountId: 'acct_1', partyId: 'p_1', revision: 0, ids: [] },
      records: [],
    });
    const known = { ...empty.known, revision: 1, ids: ['dsp_b', 'dsp_a'] };
    const [first, second] = [disposition('dsp_b'), disposition('dsp_a')];
    await write(dispositions.putParty(known), dispositions.put(first), dispositions.put(second));
    expect(await dispositions.ofParty('acct_1', 'p_1')).toEqual({ known, records: [first, second] });
    expect(await dispositions.ofParty('acct_1', 'p_2')).toMatchObject({ records: [] });
  });

  it('let one of two proposals made at once through', async () => {
    const { known } = await dispositions.ofParty('acct_2', 'p_1');
    const next = { ...known, revision: 1, ids: [nextDispositionId(known)] };
    await write(dispositions.putParty(next));
    await expect(write(dispositions.putParty(next))).rejects.toBeInstanceOf(ConcurrentChangeError);
  });

  it('name one that is missing rather than leave it out', async () => {
    const known = { accountId: 'acct_3', partyId: 'p_1', revision: 1, ids: ['dsp_gone'] };
    await write(dispositions.putParty(known), dispositions.put(disposition('dsp_gone')));
    const Key = { pk: 'disposition#dsp_gone', sk: 'state' };
    await stores.documents.send(new DeleteCommand({ TableName: recordsTable, Key }));
    await expect(dispositions.ofParty('acct_3', 'p_1')).rejects.toThrow(
      new RecordMissingError('disposition dsp_gone is named by its party and not stored'),
    );
  });
});

describe('a disposition', () => {
  it('is changed only from the revision just before', async () => {
    await write(dispositions.put(disposition('dsp_1')));
    await write(dispositions.put(disposition('dsp_1', { revision: 2, state: 'confirmed' })));
    const late = write(dispositions.put(disposition('dsp_1', { revision: 2, state: 'rejected' })));
    await expect(late).rejects.toBeInstanceOf(ConcurrentChangeError);
    expect((await dispositions.load('dsp_1'))?.state).toBe('confirmed');
    expect(await dispositions.load('dsp_2')).toBeNull();
  });

  it('waits in the book for as long as a second person is owed, soonest to end first', async () => {
    const ids = async () => (await collected(dispositions.waiting())).map(({ id }) => id);
    const before = await ids();
    await write(
      dispositions.put(disposition('dsp_later', { until: '2026-06-02' })),
      dispositions.put(disposition('dsp_sooner', { until: '2026-06-01' })),
    );
    expect(await ids()).toEqual(['dsp_sooner', 'dsp_later', ...before]);
    await write(dispositions.put(disposition('dsp_sooner', { revision: 2, state: 'confirmed' })));
    await write(dispositions.put(disposition('dsp_later', { revision: 2, state: 'releaseProposed' })));
    expect(await ids()).not.toContain('dsp_sooner');
    expect(await ids()).toContain('dsp_later');
  });
});

describe('what a disposition rests on', () => {
  const of = { id: 'dsp_sealed', accountId: 'acct_1', partyId: 'p_1' };
  const query = { name: 'Mira Testperson', kind: 'individual', countries: ['FR'] } as const;

  it('is sealed where it lies, under the party, and read again whole', async () => {
    const sealedQuery = await judgements.sealQuery(of, { ...query, countries: ['FR'] });
    const reason = await judgements.sealReason(of, 1, 'Mira is younger');
    await write(sealedQuery.item, reason.item);
    expect(await judgements.query(of)).toEqual(query);
    expect(await judgements.reason(of, 1)).toBe('Mira is younger');
    const Key = { pk: 'disposition#dsp_sealed', sk: 'reason#1' };
    const { Item } = await stores.documents.send(new GetCommand({ TableName: recordsTable, Key }));
    expect(Buffer.from((Item as Sealed).ciphertext).includes('Mira')).toBe(false);
    expect(sealedDigest(Item as Sealed)).toBe(reason.digest);
  });

  it('does not open for another party', async () => {
    await expect(judgements.reason({ ...of, partyId: 'p_2' }, 1)).rejects.toThrow();
  });

  it('is named when it is not there', async () => {
    await expect(judgements.reason(of, 9)).rejects.toThrow(
      new RecordMissingError('reason#9 of disposition dsp_sealed is not stored'),
    );
  });
});
