import '../support/quiet-functions.ts';
import { describe, expect, it } from 'vitest';
import { accountCreated, individual, ownerAdded } from '../support/account-events.ts';
import { screenerFinding, VerificationRig } from './verification-rig.ts';
import { shippedThreshold } from '../support/shipped-threshold.ts';

async function assessed(rig = new VerificationRig()) {
  const eventId = await rig.receive('msg_1', accountCreated());
  return { rig, step: await rig.assess({ eventId }) };
}

describe('screening the parties of an account', () => {
  it('screens customer and owners and writes the outcome with its evidence', async () => {
    const { rig, step } = await assessed();
    rig.screener = screenerFinding('Mira Testperson');
    expect(await rig.screen(step)).toEqual({ screened: 2 });
    const { customer, owners } = rig.account();
    expect(customer?.screening?.outcome).toBe('clear');
    expect(owners[0]?.screening).toMatchObject({ outcome: 'possibleMatch', matcherVersion: 'test-1' });
    expect(rig.records.entries.at(-1)).toMatchObject({
      action: 'account.screened',
      subject: { revision: 2 },
      lists: '1'.repeat(64),
      outcome: ['clear', 'possibleMatch'],
    });
  });

  it('never calls a party clear when there is no list', async () => {
    const { rig, step } = await assessed();
    rig.screener = { unavailable: 'listUnavailable' };
    await rig.screen(step);
    expect(rig.account().customer?.screening).toEqual({
      outcome: 'notScreened',
      listDigest: null,
      matcherVersion: 'none',
      determination: expect.any(String) as string,
    });
    expect(rig.records.entries.at(-1)).toMatchObject({ lists: null, outcome: ['notScreened'] });
  });

  it('screens those again whom nobody could screen before', async () => {
    const { rig, step } = await assessed();
    rig.screener = { unavailable: 'listUnusable' };
    await rig.screen(step);
    rig.screener = screenerFinding();
    expect(await rig.screen(step)).toEqual({ screened: 2 });
    expect(rig.account().customer?.screening?.outcome).toBe('clear');
  });

  it('does nothing when every party was screened against this list', async () => {
    const { rig, step } = await assessed();
    await rig.screen(step);
    const { revision } = rig.account();
    expect(await rig.screen(step)).toEqual({ screened: 0 });
    expect(rig.account().revision).toBe(revision);
  });

  it.each([
    { listDigest: '4'.repeat(64) },
    { indexDigest: '5'.repeat(64) },
    { matcherVersion: 'test-2' },
    { threshold: 0.8 },
  ])('screens everybody again when the basis has changed: %j', async (changed) => {
    const { rig, step } = await assessed();
    await rig.screen(step);
    rig.screener = { ...screenerFinding(), ...changed };
    expect(await rig.screen(step)).toEqual({ screened: 2 });
  });

  it('screens again whom it has screened before results had their whole basis', async () => {
    const { rig, step } = await assessed();
    await rig.screen(step);
    const before = rig.account();
    const { indexDigest, threshold, ...screening } = before.customer?.screening ?? {};
    expect([indexDigest, threshold]).toEqual(['2'.repeat(64), shippedThreshold]);
    rig.records.set('account', before.id, { ...before, customer: { ...before.customer, screening } });
    expect(await rig.screen(step)).toEqual({ screened: 1 });
  });

  it('keeps with a possible match the lists that it is on', async () => {
    const { rig, step } = await assessed();
    rig.screener = screenerFinding('Mira Testperson');
    await rig.screen(step);
    const { customer, owners } = rig.account();
    expect(owners[0]?.screening?.matchedLists).toEqual(['ofac-sdn']);
    expect(customer?.screening).not.toHaveProperty('matchedLists');
  });

  it('searches with the salt that is sealed beside the facts, so that nobody else can guess the digest', async () => {
    const { rig, step } = await assessed();
    const salts: unknown[] = [];
    const screener = screenerFinding();
    rig.screener = {
      ...screener,
      screen: (query) => {
        salts.push(query.salt);
        return screener.screen(query);
      },
    };
    await rig.screen(step);
    expect(salts.map(String).sort()).toEqual(['salt of acct_1#c_1#1', 'salt of acct_1#p_1#1']);
  });

  it('screens only the party that an event brought', async () => {
    const { rig, step } = await assessed();
    await rig.screen(step);
    const next = await rig.assess({
      eventId: await rig.receive('msg_2', ownerAdded(individual({ id: 'p_2' }), 2)),
    });
    expect(await rig.screen(next)).toEqual({ screened: 1 });
  });

  it('keeps with each party the key of the determination that its own screening came from', async () => {
    const { rig, step } = await assessed();
    await rig.screen(step);
    const added = await rig.receive('msg_2', ownerAdded(individual({ id: 'p_2' }), 2));
    await rig.screen(await rig.assess({ eventId: added }));
    const [first, second] = rig.records.determined('screening').map(({ key }) => key);
    const kept = rig.account().owners.map(({ screening }) => screening?.determination);
    expect(kept).toEqual([first, second]);
    expect(second).toBe(`${added}#00000004`);
  });

  it('refuses to screen an account that is not stored', async () => {
    const rig = new VerificationRig();
    await expect(rig.screen({ eventId: 'evt_1', accountId: 'acct_9' })).rejects.toThrow(
      'account acct_9 is not stored',
    );
  });
});
