import '../support/quiet-functions.ts';
import { describe, expect, it } from 'vitest';
import type { AccountRecord } from '../../domain/accounts/account-record.ts';
import { reassessAccount } from '../../domain/accounts/reassess-account.ts';
import { SequenceConflictError } from '../../domain/errors/kyc-error.ts';
import { accountCreated, company, individual, ownerAdded, ownerRemoved } from '../support/account-events.ts';
import { VerificationRig } from './verification-rig.ts';

describe('a re-screening that found something else', () => {
  const rescreened = { type: 'account.rescreened', data: { account: 'acct_1', run: 'run-1' } } as const;

  it('takes the account into a new decision, its parties as they are', async () => {
    const rig = new VerificationRig();
    await rig.received('msg_1', accountCreated());
    const before = rig.account();
    const eventId = await rig.receive('rescreen', rescreened);
    const answer = { eventId, accountId: 'acct_1', superseded: false };
    expect(await rig.assess({ eventId })).toEqual(answer);
    expect(await rig.assess({ eventId })).toEqual(answer);
    const { revision, customer, owners } = before;
    expect(rig.account()).toMatchObject({
      revision: revision + 1,
      eventId,
      customer,
      owners,
      openCase: null,
    });
    expect(rig.records.entries.filter(({ action }) => action === 'account.reassessed')).toHaveLength(1);
  });

  it('leaves the decision to an event that came after it', async () => {
    const rig = new VerificationRig();
    await rig.received('msg_1', accountCreated());
    const eventId = await rig.receive('rescreen', rescreened);
    await rig.assess({ eventId });
    await rig.received('msg_2', accountCreated({ sequence: 2 }, 'account.updated'));
    expect(await rig.assess({ eventId })).toMatchObject({ superseded: true });
  });

  it('does not touch an account that was refused, or whose event is parked', () => {
    const rig = { status: 'verified', reasons: [], concerns: [], revision: 3, openCase: null };
    const account = (changes: object) => ({ ...rig, ...changes }) as unknown as AccountRecord;
    expect(reassessAccount(account({ status: 'refused', permission: 'none' }), 'evt', false)).toBeNull();
    expect(reassessAccount(account({ reasons: ['eventParked'] }), 'evt', false)).toBeNull();
    expect(reassessAccount(account({}), 'evt', true)).toBeNull();
    expect(reassessAccount(account({}), 'evt', false)).toMatchObject({ revision: 4, eventId: 'evt' });
  });
});

describe('assessing the parties of an event', () => {
  it('writes account, determination and audit entry together', async () => {
    const rig = new VerificationRig();
    const eventId = await rig.receive('msg_1', accountCreated());
    expect(await rig.assess({ eventId })).toEqual({ eventId, accountId: 'acct_1', superseded: false });
    expect(rig.account()).toMatchObject({ revision: 1, eventId, inScope: true, status: 'pending' });
    expect(rig.records.determined('assessment')).toHaveLength(1);
    expect(rig.records.entries).toMatchObject([
      {
        action: 'account.assessed',
        actor: { kind: 'provider', id: eventId },
        subject: { kind: 'account', id: 'acct_1', revision: 1 },
        outcome: ['inScope', 'foreignCustomer'],
      },
    ]);
  });

  it('keeps what a person is called out of account, determination and audit entry', async () => {
    const rig = new VerificationRig();
    const owners = [individual({ name: 'Zebulon Marker', email: 'zebulon@marker.example' })];
    await rig.assess({ eventId: await rig.receive('msg_1', accountCreated({ owners })) });
    const written = JSON.stringify([
      rig.account(),
      rig.records.determined('assessment'),
      rig.records.entries,
    ]);
    expect(written).not.toMatch(/Zebulon|marker\.example|Lyon|tok_1/);
  });

  it('changes nothing when the same event is assessed again', async () => {
    const rig = new VerificationRig();
    const eventId = await rig.receive('msg_1', accountCreated());
    const first = await rig.assess({ eventId });
    expect(await rig.assess({ eventId })).toEqual(first);
    expect(rig.records.entries).toHaveLength(1);
    expect(rig.account().revision).toBe(1);
  });

  it('leaves the decision to a newer event that came before it', async () => {
    const rig = new VerificationRig();
    await rig.received('msg_2', accountCreated({ sequence: 2 }, 'account.updated'));
    const late = await rig.receive('msg_1', accountCreated({ sequence: 1 }));
    expect(await rig.assess({ eventId: late })).toMatchObject({ superseded: true });
  });

  it('keeps in the audit trail that a late event came, once', async () => {
    const rig = new VerificationRig();
    await rig.received('msg_2', accountCreated({ sequence: 2 }, 'account.updated'));
    const late = await rig.receive('msg_1', accountCreated({ sequence: 1 }));
    await rig.assess({ eventId: late });
    await rig.assess({ eventId: late });
    const kept = rig.records.entries.filter(({ action }) => action === 'event.superseded');
    expect(kept).toMatchObject([{ subject: { kind: 'late-event', id: late, revision: 1 } }]);
  });

  it('refuses another event with a sequence number that is taken, late or not', async () => {
    const rig = new VerificationRig();
    await rig.received('msg_5', accountCreated({ sequence: 5 }));
    const rival = await rig.receive('msg_6', ownerAdded(individual({ id: 'p_2' }), 5));
    await expect(rig.assess({ eventId: rival })).rejects.toBeInstanceOf(SequenceConflictError);
    const late = await rig.receive('msg_3', accountCreated({ sequence: 3 }));
    await rig.assess({ eventId: late });
    const second = await rig.receive('msg_4', accountCreated({ sequence: 3 }));
    await expect(rig.assess({ eventId: second })).rejects.toThrow(/sequence 3 of account acct_1/);
  });

  it('takes over an owner of whom the snapshot said nothing', async () => {
    const rig = new VerificationRig();
    await rig.received('msg_1', accountCreated());
    await rig.received('msg_2', ownerAdded(individual({ id: 'p_2' }), 2));
    await rig.received('msg_3', ownerRemoved('p_1', 3));
    const present = rig.account().owners.filter((owner) => owner.present);
    expect(present.map(({ id }) => id)).toEqual(['p_2']);
  });

  it('puts aside the case that newer data has overtaken, in the same transaction', async () => {
    const rig = new VerificationRig();
    rig.screener = { unavailable: 'listUnavailable' };
    await rig.received('msg_1', accountCreated());
    const { id } = rig.onlyCase();
    await rig.assess({
      eventId: await rig.receive('msg_2', accountCreated({ sequence: 2 }, 'account.updated')),
    });
    expect(rig.onlyCase()).toMatchObject({ id, state: 'overtaken', released: false });
    expect(rig.account()).toMatchObject({ openCase: null, concerns: ['reviewOvertaken'] });
    expect(rig.actions().slice(-2)).toEqual(['account.assessed', 'case.overtaken']);
  });

  it('names, per party, the fields that the pack asks for', async () => {
    const rig = new VerificationRig();
    const { phone: _phone, ...customer } = company();
    await rig.assess({ eventId: await rig.receive('msg_1', accountCreated({ customer })) });
    expect(rig.account().customer?.missingFields).toEqual(['phone']);
  });
});
