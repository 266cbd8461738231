import { describe, expect, it } from 'vitest';
import { accountRisk } from '../../../domain/accounts/account-risk.ts';
import { shippedProviderPack } from '../policy/shipped-packs.ts';
import { accountWith, holds, partyRecord } from './account-with.ts';

const { verification } = shippedProviderPack();
const risk = (differing: Parameters<typeof accountWith>[0]) =>
  accountRisk(accountWith({ unresolvedOwners: [], ...differing }), verification);
const person = { kind: 'individual', personStatus: 'us' } as const;

describe('the risk of an account', () => {
  it('is that of its riskiest party', () => {
    const owner = partyRecord({ ...person, id: 'p_1', holdings: [holds('1')] });
    expect(risk({ customer: partyRecord(person) })).toBe('medium');
    expect(risk({ customer: partyRecord({ kind: 'entity' }), owners: [owner] })).toBe('medium');
    expect(risk({ customer: partyRecord({ kind: 'entity' }), owners: [] })).toBe('high');
  });

  it('rises with a layer of owners that nobody could resolve', () => {
    const owner = partyRecord({ ...person, id: 'p_1', holdings: [holds('1/4')] });
    expect(risk({ owners: [owner], unresolvedOwners: ['c_1:unknownShare'] })).toBe('high');
  });

  it('is high of a company whose owners have all been removed, as of one that never named any', () => {
    const removed = partyRecord({ ...person, id: 'p_1', present: false });
    expect(risk({ customer: partyRecord({ kind: 'entity' }), owners: [removed] })).toBe('high');
  });

  it('rises with earlier concerns, and is high while nobody is known', () => {
    const concerns = ['previouslyRefused', 'reviewLapsed'] as const;
    expect(risk({ customer: partyRecord(person), concerns: [...concerns] })).toBe('high');
    expect(risk({ customer: null })).toBe('high');
  });
});
