import '../support/quiet-functions.ts';
import { describe, expect, it } from 'vitest';
import type { InboxEvent } from '../../adapters/inbox/inbox-store.ts';
import { parkEvent } from '../../lambdas/park-event/park-event.ts';
import type { AccountRecord } from '../../domain/accounts/account-record.ts';
import { StoredRecordInvalidError } from '../../domain/errors/kyc-error.ts';
import { policies } from '../../lambdas/runtime/policies.ts';
import { accountCreated } from '../support/account-events.ts';
import { VerificationRig } from './verification-rig.ts';

async function received() {
  const rig = new VerificationRig();
  const eventId = await rig.receive('msg_1', accountCreated());
  const { commit, accounts, outbox } = rig.records;
  const { programme } = policies.provider;
  const policy = {
    programme,
    permissions: { ...policies.provider.permissions, duringReview: 'none' as const },
  };
  const park = parkEvent({ inbox: rig.inbox, accounts, outbox, policy, commit, now: () => rig.now });
  return { rig, eventId, park };
}

describe('parking an event', () => {
  it('keeps the event for a person and audits why, in one transaction', async () => {
    const { rig, eventId, park } = await received();
    await park({ eventId, error: 'ListTooOldError' });
    const event = await rig.inbox.load(eventId);
    expect(event).toMatchObject({ status: 'parked', revision: 2 } satisfies Partial<InboxEvent>);
    expect(event.sealed.ciphertext.length).toBeGreaterThan(0);
    expect(rig.records.entries).toMatchObject([
      {
        action: 'event.parked',
        subject: { kind: 'event', id: eventId, revision: 1 },
        outcome: ['ListTooOldError'],
      },
    ]);
  });

  it('takes permission from an account of which it is not known what the event says, and tells the provider', async () => {
    const { rig, eventId, park } = await received();
    await rig.assess({ eventId });
    const verified = { ...rig.account(), revision: 2, status: 'verified', permission: 'full' } as const;
    await rig.records.commit('account', [rig.records.accounts.put(verified)], []);
    const update = await rig.receive('msg_2', accountCreated({ sequence: 2 }, 'account.updated'));
    await park({ eventId: update, error: 'ValidationException' });
    expect(rig.account()).toMatchObject({
      status: 'restricted',
      permission: 'none',
      reasons: ['eventParked'],
    });
    expect(rig.records.notices()).toMatchObject([
      { type: 'account.permission.changed', data: { permission: 'none', before: 'full' } },
    ]);
    expect(rig.records.entries.map(({ action }) => action)).toEqual([
      'account.assessed',
      'event.parked',
      'account.restricted',
    ]);
  });

  it('parks an event whose account can no longer be read', async () => {
    const { rig, eventId } = await received();
    const { commit, outbox } = rig.records;
    const unreadable = {
      load: () =>
        Promise.reject(new StoredRecordInvalidError('account acct_1 does not have the stored shape')),
      put: (account: AccountRecord) => rig.records.accounts.put(account),
    };
    const policy = policies.provider;
    const park = parkEvent({
      inbox: rig.inbox,
      accounts: unreadable,
      outbox,
      policy,
      commit,
      now: () => rig.now,
    });
    await park({ eventId, error: 'StoredRecordInvalidError' });
    expect(await rig.inbox.load(eventId)).toMatchObject({ status: 'parked' });
  });

  it('parks once when it runs twice', async () => {
    const { rig, eventId, park } = await received();
    await park({ eventId, error: 'States.Timeout' });
    expect(await park({ eventId, error: 'States.Timeout' })).toEqual({ eventId });
    expect(rig.records.entries).toHaveLength(1);
  });

  it.each([
    ['', 'unnamed'],
    ['Ünusual error!', 'nusual-error-'],
    ['_Private', 'Private'],
    ['x'.repeat(200), 'x'.repeat(128)],
  ])('brings the error name %j into a form that the audit log takes', async (error, code) => {
    const { rig, eventId, park } = await received();
    await park({ eventId, error });
    expect(rig.records.entries[0]?.outcome).toEqual([code]);
  });

  it('goes on counting when the event is started again and fails again', async () => {
    const { rig, eventId, park } = await received();
    await park({ eventId, error: 'States.Timeout' });
    await rig.records.commit('event', [rig.inbox.redrive(await rig.inbox.load(eventId))], []);
    expect(await rig.inbox.load(eventId)).toMatchObject({ status: 'received', attempt: 2 });
    await park({ eventId, error: 'States.Timeout' });
    expect(rig.records.entries.map(({ subject }) => subject.revision)).toEqual([1, 3]);
  });
});
