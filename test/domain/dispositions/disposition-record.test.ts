import { describe, expect, it } from 'vitest';
import { nextDispositionId } from '../../../domain/dispositions/disposition-record.ts';

const known = (accountId: string, partyId: string, ids: string[] = []) => ({
  ...{ accountId, partyId, revision: ids.length, ids },
});

describe('the id of a party’s next disposition', () => {
  it('is one and the same for two people who propose at once', () => {
    expect(nextDispositionId(known('acct_1', 'p1'))).toBe(nextDispositionId(known('acct_1', 'p1')));
    expect(nextDispositionId(known('acct_1', 'p1'))).toMatch(/^dsp_[0-9a-f]{20}$/);
  });

  it('is another for another account, another party, and after each proposal', () => {
    const ids = [
      known('acct_1', 'p1'),
      known('acct_2', 'p1'),
      known('acct_1', 'p2'),
      known('acct_1p', '1'),
      known('acct_1', 'p1', ['dsp_a']),
      known('acct_1', 'p1', ['dsp_a', 'dsp_b']),
    ].map(nextDispositionId);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
