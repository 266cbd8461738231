import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AccountEvent } from '../../domain/accounts/account-event.ts';
import { accountCreated, company, individual, ownerAdded, ownerRemoved } from '../support/account-events.ts';
import { mutationOf } from '../support/json-mutations.ts';
import { publishedValidator } from './published-validator.ts';

const seed = 20261123;
const isPublishedForm = publishedValidator('account-event.schema.json');

const samples = [
  accountCreated(),
  accountCreated({ sequence: 2 }, 'account.updated'),
  accountCreated({
    customer: company({ branchOf: { organizedUnder: 'US-DE' }, otherNames: ['Invented'] }),
    owners: [individual({ birthDate: '1980-02-29', ownership: { sharePercent: 25, control: ['board'] } })],
  }),
  ownerAdded(individual(), 3),
  ownerRemoved('p_1', 4),
];

/** What the schema's own description leaves to the service. */
const isBeyondSchema = (event: unknown): boolean => {
  const issues = AccountEvent.safeParse(event).error?.issues ?? [];
  return issues.length > 0 && issues.every(({ code }) => code === 'custom');
};

describe('account-event.schema.json', () => {
  it.each(samples.map((event, index) => [`${index} ${event.type}`, event]))(
    'accepts sample %s, as the service does',
    (_name, event) => {
      expect(AccountEvent.safeParse(event).error).toBeUndefined();
      expect(isPublishedForm(event), JSON.stringify(isPublishedForm.errors)).toBe(true);
    },
  );

  it('gives the verdict of the service on whatever is changed in a body', () => {
    const mutated = fc.constantFrom(...samples).chain((sample) => mutationOf(sample));
    fc.assert(
      fc.property(mutated, (event) => {
        if (isBeyondSchema(event)) return;
        expect(isPublishedForm(event)).toBe(AccountEvent.safeParse(event).success);
      }),
      { seed, numRuns: 3000 },
    );
  });

  it.each([
    ['a country that there is none of', accountCreated({ customer: company({ organizedUnder: 'XX' }) })],
    ['two parties of one id', accountCreated({ owners: [individual(), individual()] })],
    [
      'a card number as the source of payment',
      accountCreated({ customer: company({ payment: { means: 'card', source: '4111 1111 1111 1111' } }) }),
    ],
  ])('leaves %s to the service, which refuses it', (_name, event) => {
    expect(isPublishedForm(event)).toBe(true);
    expect(isBeyondSchema(event)).toBe(true);
  });
});
