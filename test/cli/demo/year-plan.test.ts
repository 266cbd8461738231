import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readInventedNames } from '../../../cli/demo/invented-names.ts';
import { yearPlan, fewestAccounts } from '../../../cli/demo/year-plan.ts';
import { AccountEvent } from '../../../domain/accounts/account-event.ts';
import { ofacFiles, type OfacFileName, type OfacFiles } from '../../../domain/lists/ofac-files.ts';
import { readOfacSet } from '../../../domain/lists/read-ofac-set.ts';
import { compiledScreener } from '../../support/compiled-screener.ts';
import { shippedProviderPack } from '../../domain/policy/shipped-packs.ts';

const events = (accounts: number, seed: number) => Object.values(yearPlan({ accounts, seed }).waves).flat(2);

describe('the plan of the simulated year', () => {
  it('is the same to the byte for the same seed, and another for another', () => {
    expect(events(60, 7)).toEqual(events(60, 7));
    expect(events(60, 8)).not.toEqual(events(60, 7));
  });

  it.each([fewestAccounts, 320])('has exactly %i accounts', (accounts) => {
    expect(new Set(events(accounts, 7).map(({ account }) => account)).size).toBe(accounts);
  });

  it('gives every delivery an id of its own', () => {
    const ids = events(320, 7).map(({ webhookId }) => webhookId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('sends nothing that the webhook would refuse for its shape', () => {
    for (const { body } of events(320, 7))
      expect(AccountEvent.safeParse(JSON.parse(body)).error).toBeUndefined();
  });

  it('never sends two events of one account in one wave', () => {
    for (const wave of Object.values(yearPlan({ accounts: 320, seed: 7 }).waves).flat()) {
      expect(new Set(wave.map(({ account }) => account)).size).toBe(wave.length);
    }
  });
});

describe('the invented names', () => {
  it('resemble nobody on the shipped list', () => {
    const pack = shippedProviderPack();
    const { entries, summary } = readOfacSet(shippedFiles(), {
      publishedOn: '2021-07',
      ...pack.listGate,
      carried: {},
    });
    const screener = compiledScreener(entries, summary.digest, pack.matcher);
    const { given, family, company, trade } = readInventedNames();
    const people = given.flatMap((first) => family.map((last) => `${first} ${last}`));
    const companies = company.flatMap((first) => trade.map((last) => `${first} ${last}`));
    const alike = [...people, ...companies].filter((name) => screener.screen({ name }).outcome !== 'clear');
    expect(alike).toEqual([]);
  });
});

function shippedFiles(): OfacFiles {
  const directory = new URL('../../../data/lists/ofac-2021-07/', import.meta.url);
  const file = (name: OfacFileName) =>
    gunzipSync(readFileSync(new URL(`${ofacFiles[name].file}.gz`, directory)));
  return { sdn: file('sdn'), alt: file('alt'), add: file('add'), sdnComments: file('sdnComments') };
}
