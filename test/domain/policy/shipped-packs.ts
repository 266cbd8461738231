import { readFileSync } from 'node:fs';
import type { IdentificationPack, ProviderPack } from '../../../domain/policy/policy-pack.ts';
import { readPolicyPack, type PolicyPack } from '../../../domain/policy/read-policy-pack.ts';

export const shippedPackNames = [
  'provider-default',
  'us-bis-affiliates',
  'us-bis-d5-diligence',
  'us-iaas-nprm-2024',
  'us-ofac',
] as const;
export type ShippedPackName = (typeof shippedPackNames)[number];

export function shippedText(name: ShippedPackName): string {
  return readFileSync(new URL(`../../../data/policies/${name}.json`, import.meta.url), 'utf8');
}

export function shippedPack(name: ShippedPackName): PolicyPack {
  return readPolicyPack(shippedText(name), `${name}.json`);
}

/** The policy of a provider that has set none of its own. */
export function shippedProviderPack(): ProviderPack {
  const pack = shippedPack('provider-default');
  if (pack.kind !== 'provider') throw new Error('provider-default is no provider pack');
  return pack;
}

/** The proposed rule, as it ships. */
export function shippedIdentificationPack(): IdentificationPack {
  const pack = shippedPack('us-iaas-nprm-2024');
  if (pack.kind !== 'identification') throw new Error('us-iaas-nprm-2024 is no identification pack');
  return pack;
}
