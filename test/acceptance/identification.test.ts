import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccountRecord } from '../../domain/accounts/account-record.ts';
import type { Owner } from '../../domain/identity/party.ts';
import { accountCreated, company, individual, ownerAdded } from '../support/account-events.ts';
import { sharedAssembly } from '../support/assembly.ts';
import { startAws, type RunningAws } from '../support/running-aws.ts';
import { storedState } from '../support/stored-items.ts';

const american = { citizenships: ['US'], location: { country: 'US', as: 'located' as const } };

describe('identification, as the rule proposed in 2024 would have had it', () => {
  let running: RunningAws;

  beforeAll(async () => {
    running = await startAws({ assembly: sharedAssembly() });
  });

  afterAll(async () => {
    await running.close();
  });

  async function open(account: string, customer: Owner, owners?: Owner[]): Promise<AccountRecord> {
    const event = accountCreated({ account, customer });
    const { owners: _some, ...data } = event.data;
    await running.send({ ...event, data: owners ? { ...data, owners } : data });
    return stands(account);
  }

  async function stands(account: string): Promise<AccountRecord> {
    await running.aws.settled();
    const found = (await storedState(running)).accounts.get(account);
    if (found) return found;
    throw new Error(`account ${account} is not stored`);
  }

  describe('R-01: classify a person as US or foreign; what is undetermined is treated as foreign', () => {
    it('takes somebody who is located in the United States for a US person, whatever the passport', async () => {
      const resident = individual({ location: { country: 'US', as: 'located' } });
      expect((await open('r01-located', resident)).customer?.personStatus).toBe('us');
    });

    it('treats a person of whom nothing is known as one who owes everything', async () => {
      const account = await open('r01-unknown', {
        id: 'p',
        kind: 'individual',
        name: 'Yvelthorn Quackenthorpe',
      });
      expect(account.customer?.personStatus).toBe('undetermined');
      expect(account).toMatchObject({ inScope: true, status: 'restricted', permission: 'restricted' });
    });

    it('determines again when the facts change', async () => {
      await open('r01-moved', individual({ name: 'Oddrenka Crumblehurst' }));
      const moved = individual({ name: 'Oddrenka Crumblehurst', location: { country: 'US', as: 'located' } });
      const event = accountCreated(
        { account: 'r01-moved', sequence: 2, customer: moved, owners: [] },
        'account.updated',
      );
      expect((await running.send(event, 'r01-moved-2')).status).toBe(202);
      expect((await stands('r01-moved')).customer?.personStatus).toBe('us');
    });
  });

  describe('R-18, R-44: places under sanctions, and the seat of a company', () => {
    it('are for a person where they are listed, and asked of the customer where only the country is known', async () => {
      const at = (region?: string) => ({ ...individual().address, country: 'UA', ...(region && { region }) });
      const resident = (region?: string) =>
        individual({ ...american, name: 'Tamsorrel Vexhollow', address: at(region) });
      expect((await open('r18-unclear', resident())).reasons).toEqual(['locationUnclear:p_1:address']);
      expect((await open('r18-elsewhere', resident('UA-46'))).status).toBe('verified');
      expect(await open('r18-listed', resident('UA-43'))).toMatchObject({
        ...{ status: 'underReview', permission: 'none', reasons: ['sanctionedLocation:p_1:address'] },
      });
      const seated = company({ headquarters: 'FR', ultimateParentSeat: 'CN' });
      const { reasons } = await open('r44-parent', seated, [individual({ name: 'Wendlemara Quince' })]);
      expect(reasons).toEqual(['seatListed:c_1:ultimateParent']);
    });
  });

  describe('R-03: an account is in scope when its customer, or any beneficial owner, is foreign', () => {
    it('leaves out a company of which everybody is a US person', async () => {
      const home = company({ organizedUnder: 'US-DE', location: american.location });
      const account = await open('r03-home', home, [individual(american)]);
      expect(account).toMatchObject({ inScope: false, scopeBecause: 'everyPartyIsUs', status: 'verified' });
    });

    it('leaves out an owner who holds less than the rule names, and asks who is behind a company (R-02)', async () => {
      const home = company({ organizedUnder: 'US-DE', location: american.location });
      const small = individual({ id: 'p_2', name: 'Brindlemoor Oxtavian', ownership: { sharePercent: 10 } });
      const main = individual({ ...american, ownership: { sharePercent: 65 } });
      expect(await open('r02-small', home, [main, small])).toMatchObject({
        inScope: false,
        status: 'verified',
      });
      const holder = { ...home, id: 'o_1', name: 'Plumwick Holdings', ownership: { sharePercent: 25 } };
      expect(await open('r02-layer', home, [main, small, holder])).toMatchObject({
        ...{ inScope: true, scopeBecause: 'foreignOwner', status: 'restricted' },
        reasons: ['ownersUnresolved:o_1:ownersNotStated'],
      });
    });

    it('takes it in once a foreign owner joins', async () => {
      await running.send(ownerAdded(individual({ id: 'o_2' }), 2, 'r03-home'), 'r03-home-2');
      expect(await stands('r03-home')).toMatchObject({ inScope: true, scopeBecause: 'foreignOwner' });
    });

    it('takes in a company whose owners nobody has named', async () => {
      const home = company({ organizedUnder: 'US-DE', location: american.location });
      expect(await open('r03-unowned', home)).toMatchObject({ inScope: true, reasons: ['ownersUnknown'] });
    });
  });

  describe('R-06: collect the required fields of foreign customers and owners; block what is incomplete', () => {
    it('restricts the account and names every field that is missing', async () => {
      const { email: _email, phone: _phone, ...incomplete } = individual();
      const account = await open('r06-customer', incomplete);
      expect(account.status).toBe('restricted');
      expect(account.reasons).toEqual(['fieldMissing:p_1:email', 'fieldMissing:p_1:phone']);
      expect(running.provider.typesAbout('r06-customer')).toContain('information.requested');
    });

    it('asks the same of a beneficial owner', async () => {
      const { address: _address, ...incomplete } = individual();
      const account = await open('r06-owner', company(), [incomplete]);
      expect(account.reasons).toEqual(['fieldMissing:p_1:address.line', 'fieldMissing:p_1:address.country']);
    });

    it('asks a US person for none of it', async () => {
      const { email: _email, phone: _phone, payment: _payment, ...little } = individual(american);
      expect(await open('r06-us', little)).toMatchObject({ status: 'verified', reasons: [] });
    });
  });
});
