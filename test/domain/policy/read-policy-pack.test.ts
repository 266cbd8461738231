import { describe, expect, it } from 'vitest';
import { policyVersions } from '../../../domain/policy/policy-versions.ts';
import { PolicyPackInvalidError, readPolicyPack } from '../../../domain/policy/read-policy-pack.ts';
import { shippedPack, shippedPackNames, shippedText } from './shipped-packs.ts';

function pointersOf(text: string): string[] {
  try {
    readPolicyPack(text, 'pack.json');
  } catch (error) {
    if (error instanceof PolicyPackInvalidError) return error.faults.map(({ pointer }) => pointer);
    throw error;
  }
  return [];
}

const changed = (changes: Record<string, unknown>) =>
  JSON.stringify({ ...(JSON.parse(shippedText('us-iaas-nprm-2024')) as object), ...changes });

describe('a policy pack', () => {
  it.each(shippedPackNames)('%s is read, under its file name', (name) => {
    expect(shippedPack(name).id).toBe(name);
  });

  it('that is broken is refused with the file and the pointer of each fault', () => {
    expect(() => readPolicyPack(changed({ asOf: 'yesterday', extra: 1 }), 'pack.json')).toThrow(
      /^policy pack pack\.json: \/asOf: must be a valid date; \/extra: is not a known key/,
    );
  });

  it('that is not JSON is refused as a whole', () => {
    expect(pointersOf('{')).toEqual(['']);
  });

  it('of an unknown kind is refused', () => {
    expect(pointersOf(changed({ kind: 'law' }))).toEqual(['/kind']);
  });

  it('that proposes a rule is refused when it is not dormant', () => {
    expect(pointersOf(changed({ dormant: false }))).toEqual(['/dormant']);
  });

  it('that proposes a rule is refused when one of its rows claims to be in force', () => {
    const [first, ...others] = shippedPack('us-iaas-nprm-2024').rules;
    expect(pointersOf(changed({ rules: [{ ...first, status: 'inForce' }, ...others] }))).toEqual([
      '/rules/0/status',
    ]);
  });

  it('of uncertain standing is refused when it is not dormant', () => {
    const uncertain = JSON.parse(shippedText('us-bis-affiliates')) as object;
    expect(pointersOf(JSON.stringify({ ...uncertain, dormant: false }))).toEqual(['/dormant']);
  });

  it('with a share above the whole, or none, is refused', () => {
    const ofac = JSON.parse(shippedText('us-ofac')) as { ownership: object };
    const atLeast = (share: string) =>
      pointersOf(JSON.stringify({ ...ofac, ownership: { ...ofac.ownership, atLeast: share } }));
    expect(['1/2', '1'].flatMap(atLeast)).toEqual([]);
    expect(['3/2', '0', '1/0', '50 %'].map(atLeast)).toEqual(Array(4).fill(['/ownership/atLeast']));
  });

  it('is refused when a setting refers to a row that is not there, or a row stands twice', () => {
    const { rules } = shippedPack('us-iaas-nprm-2024');
    expect(pointersOf(changed({ rules: rules.filter(({ id }) => id !== 'DATA-06') }))).toEqual([
      '/requiredFields/3/rule',
    ]);
    expect(pointersOf(changed({ rules: [...rules, rules[0]] }))).toEqual([`/rules/${rules.length}/id`]);
  });
});

describe('the versions of packs', () => {
  it('come in order of id, whatever the order of the packs, with the digest of the bytes', () => {
    const packs = shippedPackNames.map(shippedPack);
    const versions = policyVersions(packs);
    expect(versions.map(({ id }) => id)).toEqual([...shippedPackNames]);
    expect(policyVersions([...packs].reverse())).toEqual(versions);
    expect(versions[0]?.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('change with any change of the text', () => {
    const text = shippedText('us-ofac');
    expect(readPolicyPack(`${text}\n`, 'x').digest).not.toBe(readPolicyPack(text, 'x').digest);
  });
});
