import { describe, expect, it } from 'vitest';
import { accountScope } from '../../../domain/identity/account-scope.ts';

const us = { kind: 'entity', status: 'us' } as const;
type Status = 'us' | 'foreign' | 'undetermined';
const owners = (...statuses: Status[]) => statuses.map((status) => ({ status, isBeneficialOwner: true }));

describe('an account is in scope', () => {
  it('when a foreign person may be a beneficial owner, as what is not known counts as one', () => {
    expect(accountScope(us, [{ status: 'foreign', isBeneficialOwner: null }]).because).toBe('foreignOwner');
  });

  it('when a layer of owners is not resolved, whoever was named', () => {
    expect(accountScope(us, owners('us'), true)).toEqual({ inScope: true, because: 'ownersUnresolved' });
  });

  it('when the customer is foreign or not determined, whoever owns it', () => {
    expect(accountScope({ ...us, status: 'foreign' }, owners('us'))).toEqual({
      inScope: true,
      because: 'foreignCustomer',
    });
    expect(accountScope({ ...us, status: 'undetermined' }, owners('us')).because).toBe(
      'undeterminedCustomer',
    );
  });

  it('when one owner among US persons is foreign or not determined', () => {
    expect(accountScope(us, owners('us', 'foreign')).because).toBe('foreignOwner');
    expect(accountScope(us, owners('us', 'undetermined'))).toEqual({
      inScope: true,
      because: 'undeterminedOwner',
    });
  });

  it('when an entity names no owner, because then its owners are unknown', () => {
    expect(accountScope(us, [])).toEqual({ inScope: true, because: 'ownersUnknown' });
    expect(accountScope(us)).toEqual({ inScope: true, because: 'ownersUnknown' });
  });
});

it('a foreign person who is known to be no beneficial owner brings no account into scope', () => {
  expect(accountScope(us, [{ status: 'foreign', isBeneficialOwner: false }]).inScope).toBe(false);
});

it('an account is out of scope when the customer and every owner are US persons', () => {
  expect(accountScope(us, owners('us')).inScope).toBe(false);
  expect(accountScope({ kind: 'individual', status: 'us' }, [])).toEqual({
    inScope: false,
    because: 'everyPartyIsUs',
  });
});
