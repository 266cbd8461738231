import { readFileSync, readdirSync } from 'node:fs';
import { checkPacks } from '../../domain/policy/check-packs.ts';
import { readPolicyPack, type PolicyPack } from '../../domain/policy/read-policy-pack.ts';

const folder = new URL('../../data/policies/', import.meta.url);

/**
 * Every pack that would be deployed, each read and all held against each other, so that no stack is synthesised over a
 * broken one.
 * @throws PolicyPackInvalidError for a pack that breaks its schema, Error for packs that do not go together
 */
export function shippedPacks(): PolicyPack[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const packs = files.map((file) => readPolicyPack(readFileSync(new URL(file, folder), 'utf8'), file));
  const faults = checkPacks(packs).map(
    ({ pack, pointer, problem }) => `${pack ?? 'all packs'} ${pointer} ${problem}`,
  );
  if (faults.length > 0) throw new Error(`data/policies: ${faults.join('; ')}. See kyc policy check.`);
  return packs;
}
