import { describe, expect, it } from 'vitest';
import { missingFields } from '../../../domain/identity/missing-fields.ts';
import type { Party } from '../../../domain/identity/party.ts';
import { shippedPack } from '../policy/shipped-packs.ts';

const pack = shippedPack('us-iaas-nprm-2024');
if (pack.kind !== 'identification') throw new Error('the shipped pack has changed its kind');

const complete: Party = {
  id: 'p1',
  kind: 'individual',
  name: 'Jo Doe',
  address: { line: '1 High Street', country: 'GB' },
  payment: { means: 'card', source: 'tok_1' },
  email: 'jo@example.com',
  phone: '+441130000000',
};

describe('fields that the pack asks for (R-06)', () => {
  it('are all missing of a party of whom only the id is known, each with its row', () => {
    expect(missingFields({ id: 'p1', kind: 'entity' }, 'customer', pack)).toEqual([
      { field: 'name', ruleRow: 'DATA-01' },
      { field: 'address.line', ruleRow: 'DATA-02' },
      { field: 'address.country', ruleRow: 'DATA-02' },
      { field: 'payment.means', ruleRow: 'DATA-05' },
      { field: 'payment.source', ruleRow: 'DATA-05' },
      { field: 'email', ruleRow: 'DATA-06' },
      { field: 'phone', ruleRow: 'DATA-07' },
    ]);
  });

  it.each(['customer', 'owner'] as const)('are none of a complete %s', (role) => {
    expect(missingFields(complete, role, pack)).toEqual([]);
  });

  it('are missing when they hold nothing but blanks', () => {
    expect(missingFields({ ...complete, name: '  ' }, 'owner', pack)).toEqual([
      { field: 'name', ruleRow: 'DATA-01' },
    ]);
  });

  it('include the source of payment unless a wallet stands for it', () => {
    const paidFrom = (payment: Party['payment']) => missingFields({ ...complete, payment }, 'customer', pack);
    expect(paidFrom({ means: 'wallet', wallet: '0xabc' })).toEqual([]);
    expect(paidFrom({ means: 'invoice' })).toEqual([{ field: 'payment.source', ruleRow: 'DATA-05' }]);
  });

  it('are not asked of a role that the row leaves out', () => {
    const customersOnly = {
      requiredFields: [{ rule: 'DATA-05', appliesTo: ['customer' as const], needs: [['payment.means']] }],
    };
    expect(missingFields({ id: 'p1', kind: 'entity' }, 'owner', customersOnly)).toEqual([]);
  });
});
