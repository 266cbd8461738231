import { readFileSync } from 'node:fs';
import { readPolicyPack, type PolicyPack } from '../../../domain/policy/read-policy-pack.ts';

export const shippedPackNames = [
  'provider-default',
  'us-bis-affiliates',
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
