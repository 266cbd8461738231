import { describe, expect, it } from 'vitest';
import { comparePacks } from '../../../domain/policy/compare-packs.ts';
import { readPolicyPack } from '../../../domain/policy/read-policy-pack.ts';
import { shippedPack, shippedText } from './shipped-packs.ts';

interface Provider {
  review: { timeoutDays: number };
  rules: { id: string }[];
  [key: string]: unknown;
}
const provider = () => JSON.parse(shippedText('provider-default')) as Provider;
const read = (pack: object) => readPolicyPack(JSON.stringify(pack), 'pack.json');
const before = read(provider());

describe('what differs between two packs', () => {
  it('is nothing where only the bytes differ', () => {
    expect(comparePacks(shippedPack('provider-default'), before)).toEqual([]);
  });

  it('is each value with its place, and whom it concerns', () => {
    const after = { ...provider(), review: { ...provider().review, timeoutDays: 20 } };
    expect(comparePacks(before, read(after))).toEqual([
      { change: 'changed', place: '/review/timeoutDays', before: 10, after: 20, concerns: 'openCases' },
    ]);
  });

  it('is found by id, so that rows in another order are the same rows', () => {
    const after = { ...provider(), rules: provider().rules.toReversed() };
    expect(comparePacks(before, read(after))).toEqual([]);
  });

  it('is a clause added or removed, whole', () => {
    const [row] = provider().rules;
    const more = read({ ...provider(), rules: [...provider().rules, { ...row, id: 'PROV-99' }] });
    expect(comparePacks(before, more)).toMatchObject([
      { change: 'added', place: '/rules/PROV-99', concerns: 'readers' },
    ]);
    expect(comparePacks(more, before)).toMatchObject([{ change: 'removed', place: '/rules/PROV-99' }]);
  });

  it('of places concerns everybody', () => {
    const text = shippedText('us-ofac');
    const after = readPolicyPack(text.replace('"UA-40"', '"UA-99"'), 'us-ofac.json');
    const changes = comparePacks(shippedPack('us-ofac'), after);
    expect(changes.map(({ change, concerns }) => [change, concerns])).toEqual([
      ['removed', 'everyParty'],
      ['added', 'everyParty'],
    ]);
  });
});
