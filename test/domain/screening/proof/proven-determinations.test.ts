import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../../domain/lists/list-digest.ts';
import { provenScreenings } from '../../../../domain/screening/proof/proven-determinations.ts';

const stored = {
  accountId: 'acct_1',
  key: 'evt#00000012',
  body: { parties: [{ id: 'p', sequence: 1, screening: null }] },
};
const line = JSON.stringify(stored);
const named = (text: string) => ({
  ...{ key: 'evt#00000012', at: '2026-03-02T09:00:00.000Z', auditEntry: 'account#acct_1#12' },
  ...{ sha256: sha256(text), audited: sha256(text) },
});
const proven = (text: string, change: Partial<ReturnType<typeof named>> = {}, account = 'acct_1') =>
  provenScreenings({ account, determinations: [{ ...named(text), ...change }] }, [text]);

describe('the determinations of a proof', () => {
  it('record screenings by the revision and the party', () => {
    const { changed, recorded } = proven(line);
    expect(changed).toEqual([]);
    expect(recorded.map(({ id }) => id)).toEqual(['12/p']);
  });

  it.each([
    ['another digest', line, { sha256: sha256('') }, /expected SHA-256/],
    ['another key', line, { key: 'evt#00000013' }, /expected this key, found evt#00000012/],
    [
      'the audit entry of another',
      line,
      { auditEntry: 'account#acct_1#3' },
      /expected the audit entry account#acct_1#12/,
    ],
    ['a line of something else', 'null', {}, /expected a determination/],
  ])('are changed where they have %s', (_, text, change, said) => {
    expect(proven(text, change).changed).toEqual([expect.stringMatching(said)]);
  });

  it('are changed where they are of another account', () => {
    expect(proven(line, {}, 'acct_2').changed.join()).toContain('expected account acct_2, found acct_1');
  });

  it('are the lines one for one, each named once', () => {
    const once = { account: 'acct_1', determinations: [named(line)] };
    expect(provenScreenings(once, [line, line]).changed.join()).toContain('expected 1 lines, found 2');
    const twice = { account: 'acct_1', determinations: [named(line), named(line)] };
    expect(provenScreenings(twice, [line, line]).changed).toEqual([
      'determination evt#00000012 is named twice',
    ]);
  });
});
