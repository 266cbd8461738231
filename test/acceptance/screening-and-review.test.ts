import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseApi, type CaseApi } from '../../cli/stage/case-api.ts';
import { localPerson } from '../../cli/stage/local-people.ts';
import type { AccountRecord } from '../../domain/accounts/account-record.ts';
import type { Owner } from '../../domain/identity/party.ts';
import { accountCreated, company, individual, ownerAdded } from '../support/account-events.ts';
import { sharedAssembly } from '../support/assembly.ts';
import { ReviewDesk } from '../support/review-desk.ts';
import { startAws, type RunningAws } from '../support/running-aws.ts';
import { storedState } from '../support/stored-items.ts';

const listed = 'Mohammad Ghorbaniyan';
const daySeconds = 24 * 3600;

describe('screening and review', () => {
  let running: RunningAws;
  let desk: ReviewDesk;

  beforeAll(async () => {
    running = await startAws({ assembly: sharedAssembly() });
    desk = new ReviewDesk(running);
  });

  afterAll(async () => {
    await running.close();
  });

  async function stands(account: string): Promise<AccountRecord> {
    await running.aws.settled();
    const found = (await storedState(running)).accounts.get(account);
    if (found) return found;
    throw new Error(`account ${account} is not stored`);
  }

  async function open(account: string, name: string): Promise<AccountRecord> {
    await running.send(accountCreated({ account, customer: individual({ name }), owners: [] }));
    return stands(account);
  }

  describe('R-18: screen on opening and on change; a record with the list version', () => {
    it('stops an account whose customer may be listed, until people have decided', async () => {
      const account = await open('r18-listed', listed);
      expect(account).toMatchObject({ status: 'underReview', permission: 'none' });
      expect(account.customer?.screening).toMatchObject({
        outcome: 'possibleMatch',
        listDigest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      });
    });

    it('screens an owner who joins a verified account', async () => {
      const verified = accountCreated({ account: 'r18-owner', customer: company(), owners: [individual()] });
      await running.send(verified);
      expect((await stands('r18-owner')).status).toBe('verified');
      await running.send(ownerAdded(individual({ id: 'o_2', name: listed }), 2, 'r18-owner'), 'r18-owner-2');
      expect(await stands('r18-owner')).toMatchObject({ status: 'underReview', permission: 'none' });
    });

    it('screens US persons too', async () => {
      const customer = individual({ name: listed, citizenships: ['US'] });
      await running.send(accountCreated({ account: 'r18-us', customer, owners: [] }));
      expect((await stands('r18-us')).status).toBe('underReview');
    });

    it('never calls a name clear that it could not read', async () => {
      const account = await open('r18-script', 'ကွီလွန်ဒီ တင်ဒယ်ဘရေး');
      expect(account).toMatchObject({
        status: 'underReview',
        permission: 'none',
        reasons: ['notScreened:p_1'],
      });
    });
  });

  describe('R-12: a verification that failed restricts, refuses or closes, without a silent bypass', () => {
    it('refuses by two people, and tells the provider to close the account', async () => {
      const { openCase } = await open('r12-refused', listed);
      expect(await desk.decide(openCase ?? '', 'refuse')).toEqual([200, 200]);
      expect(await stands('r12-refused')).toMatchObject({ status: 'refused', permission: 'none' });
      expect(running.provider.typesAbout('r12-refused')).toContain('account.closure.required');
    });

    it('does not let one person decide alone', async () => {
      const { openCase } = await open('r12-alone', listed);
      expect((await desk.give('alice', openCase ?? '', 'approve')).status).toBe(200);
      expect((await desk.give('alice', openCase ?? '', 'approve')).status).toBe(409);
      expect((await stands('r12-alone')).status).toBe('underReview');
    });

    it('asks again when a refused customer comes with other data', async () => {
      const renamed = individual({ name: 'Hespwick Glimmersund' });
      const event = accountCreated({ account: 'r12-refused', sequence: 2, customer: renamed, owners: [] });
      await running.send({ ...event, type: 'account.updated' }, 'r12-refused-2');
      expect(await stands('r12-refused')).toMatchObject({
        status: 'underReview',
        reasons: ['previouslyRefused'],
      });
    });

    it('gives no permission when nobody answers in time', async () => {
      const { openCase } = await open('r12-lapsed', listed);
      await running.advance(4 * daySeconds);
      const account = await stands('r12-lapsed');
      expect(account).toMatchObject({ status: 'restricted', permission: 'none' });
      expect(account.reasons).toContain('reviewLapsed');
      expect((await storedState(running)).cases.get(openCase ?? '')?.state).toBe('lapsed');
    });
  });

  describe('PROV-05: a match marked as false stays away until something changes', () => {
    const because = 'Another country and another date of birth on the passport.';
    const account = 'prov05';
    const customer = individual({ name: listed });
    let sequence = 0;

    function person(name: 'alice' | 'bob'): CaseApi {
      const { storage, names } = running;
      return caseApi(names.ApiUrl, { region: 'us-east-1', credentials: localPerson(storage, name) });
    }

    async function tell(told: Owner): Promise<AccountRecord> {
      sequence += 1;
      const type = sequence === 1 ? 'account.created' : 'account.updated';
      await running.send(
        accountCreated({ account, sequence, customer: told, owners: [] }, type),
        `${account}-${sequence}`,
      );
      return stands(account);
    }

    async function evidence(caseId: string) {
      const { body } = await person('alice').show(caseId);
      const { parties } = body as {
        parties: { entries: { list: string; entryId: string }[]; dispositions: unknown[] }[];
      };
      return parties[0] ?? { entries: [], dispositions: [] };
    }

    it('takes two people, each match by itself', async () => {
      const { openCase } = await tell(customer);
      const { entries } = await evidence(openCase ?? '');
      expect(entries.length).toBeGreaterThan(0);
      for (const { list, entryId } of entries) {
        const proposal = { party: 'p_1', list, entryId, because };
        const { status, body } = await person('alice').proposeDisposition(openCase ?? '', proposal);
        expect(status).toBe(200);
        const { disposition } = body as { disposition: string };
        const opinion = { opinion: 'confirm', because } as const;
        expect((await person('alice').answerDisposition(disposition, opinion)).status).toBe(409);
        expect((await person('bob').answerDisposition(disposition, opinion)).status).toBe(200);
      }
      expect(await desk.decide(openCase ?? '', 'approve')).toEqual([200, 200]);
    });

    it('needs no review when the customer comes again with what nobody screens', async () => {
      const again = await tell({ ...customer, email: 'another@example.org' });
      expect(again).toMatchObject({ status: 'verified', permission: 'full', openCase: null });
      expect(again.customer?.screening?.outcome).toBe('clear');
    });

    it('returns with the difference when the screened data changes', async () => {
      const changed = await tell({ ...customer, citizenships: ['IR'] });
      expect(changed).toMatchObject({ status: 'underReview', permission: 'none' });
      const { dispositions } = await evidence(changed.openCase ?? '');
      expect(dispositions).toMatchObject([
        {
          proposal: { by: 'alice', because },
          answer: { by: 'bob' },
          changedSince: { data: [{ field: 'countries', before: ['FR'], after: ['FR', 'IR'] }], entry: [] },
        },
      ]);
    });

    it('lists what an account has had, to whoever may review', async () => {
      expect(await person('bob').dispositions(account)).toMatchObject([
        { state: 'confirmed', inForce: true },
      ]);
      expect(await person('bob').dispositions()).toEqual([]);
    });
  });
});
