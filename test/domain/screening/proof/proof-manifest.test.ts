import { describe, expect, it } from 'vitest';
import { proofFaults, type ProofManifest } from '../../../../domain/screening/proof/proof-manifest.ts';

const sha = (digit: string) => digit.repeat(64);
const determination = { key: 'evt#00000002', at: '2026-03-02T09:00:00.000Z', auditEntry: 'account#acct_1#2' };
const replay = { results: 'results-1.ndjson', input: 'parties-1.ndjson', index: 'a.idx', missing: null };

const faultsOf = (of: Partial<ProofManifest>) =>
  proofFaults({ v: 1, account: 'acct_1', determinations: [], replays: [], notReplayable: [], ...of });

describe('a proof', () => {
  it('is without fault when each determination is as audited and all of it can be replayed', () => {
    const asAudited = { ...determination, sha256: sha('a'), audited: sha('a') };
    expect(faultsOf({ determinations: [asAudited], replays: [replay] })).toEqual({ changed: [], untold: [] });
  });

  it('names a determination that was changed after it was made, with both digests', () => {
    const { changed, untold } = faultsOf({
      determinations: [{ ...determination, sha256: sha('b'), audited: sha('a') }],
    });
    expect(untold).toEqual([]);
    for (const part of [determination.key, determination.auditEntry, sha('a'), sha('b')])
      expect(changed.join()).toContain(part);
  });

  it('cannot tell of a determination that no audit entry vouches for', () => {
    const { changed, untold } = faultsOf({
      determinations: [{ ...determination, sha256: sha('b'), audited: null }],
    });
    expect([changed.length, untold.length]).toEqual([0, 1]);
  });

  it('cannot tell what its rows are of when it names neither a determination nor a run', () => {
    expect(faultsOf({}).untold).toHaveLength(1);
    expect(faultsOf({ run: 'run-1' }).untold).toEqual([]);
  });

  it('cannot tell of what is erased, or of results whose index is missing', () => {
    const { untold } = faultsOf({
      run: 'run-1',
      notReplayable: [{ id: '2/p_1', because: 'erased', detail: 'the facts are erased' }],
      replays: [{ ...replay, index: null, missing: 'the index is not there' }],
    });
    expect(untold).toEqual([
      '2/p_1: erased: the facts are erased',
      'results-1.ndjson: the index is not there',
    ]);
  });
});
