import { describe, expect, it } from 'vitest';
import { factsById, partyChange, personFacts } from '../../../domain/accounts/event-parties.ts';
import {
  accountCreated,
  company,
  individual,
  ownerAdded,
  ownerRemoved,
} from '../../support/account-events.ts';

describe('what an event says about the parties', () => {
  it('is the customer, and the owners where it names any', () => {
    expect(partyChange(accountCreated())).toEqual({
      kind: 'snapshot',
      sequence: 1,
      customer: 'c_1',
      owners: ['p_1'],
    });
    expect(partyChange(accountCreated({ owners: undefined }))).not.toHaveProperty('owners');
    expect(partyChange(accountCreated({ owners: [] }))).toMatchObject({ owners: [] });
  });

  it('is one owner that came or went', () => {
    expect(partyChange(ownerAdded(individual(), 7))).toEqual({
      kind: 'ownerAdded',
      sequence: 7,
      owner: 'p_1',
    });
    expect(partyChange(ownerRemoved('p_1', 8))).toEqual({ kind: 'ownerRemoved', sequence: 8, owner: 'p_1' });
  });

  it('holds facts of exactly those it names', () => {
    expect([...factsById(accountCreated()).keys()]).toEqual(['c_1', 'p_1']);
    expect([...factsById(ownerAdded(individual(), 2)).keys()]).toEqual(['p_1']);
    expect(factsById(ownerRemoved('p_1', 3)).size).toBe(0);
  });
});

describe('the facts that the test for a US person looks at', () => {
  it('are those and no others: no name, no address', () => {
    expect(personFacts(company())).toEqual({
      kind: 'entity',
      location: { country: 'FR', as: 'located' },
      organizedUnder: 'FR',
    });
  });

  it('keep "nothing said" apart from "none"', () => {
    expect(personFacts({ id: 'p', kind: 'individual' })).toEqual({ kind: 'individual' });
    expect(personFacts(individual({ citizenships: [] }))).toMatchObject({ citizenships: [] });
  });
});
