import { describe, expect, it } from 'vitest';
import { accountScope } from '../../../domain/identity/account-scope.ts';

const us = { kind: 'entity', status: 'us' } as const;

describe('an account is in scope', () => {
  it('when the customer is foreign or not determined, whoever owns it', () => {
    expect(accountScope({ ...us, status: 'foreign' }, ['us'])).toEqual({
      inScope: true,
      because: 'foreignCustomer',
    });
    expect(accountScope({ ...us, status: 'undetermined' }, ['us']).because).toBe('undeterminedCustomer');
  });

  it('when one owner among US persons is foreign or not determined', () => {
    expect(accountScope(us, ['us', 'foreign']).because).toBe('foreignOwner');
    expect(accountScope(us, ['us', 'undetermined'])).toEqual({ inScope: true, because: 'undeterminedOwner' });
  });

  it('when an entity names no owner, because then its owners are unknown', () => {
    expect(accountScope(us, [])).toEqual({ inScope: true, because: 'ownersUnknown' });
    expect(accountScope(us)).toEqual({ inScope: true, because: 'ownersUnknown' });
  });
});

it('an account is out of scope when the customer and every owner are US persons', () => {
  expect(accountScope(us, ['us']).inScope).toBe(false);
  expect(accountScope({ kind: 'individual', status: 'us' }, [])).toEqual({
    inScope: false,
    because: 'everyPartyIsUs',
  });
});
