import certification from '../../data/policies/us-iaas-nprm-2024.json' with { type: 'json' };
import screening from '../../data/policies/us-ofac.json' with { type: 'json' };
import affiliates from '../../data/policies/us-bis-affiliates.json' with { type: 'json' };
import diligence from '../../data/policies/us-bis-d5-diligence.json' with { type: 'json' };
import provider from '../../data/policies/provider-default.json' with { type: 'json' };
import { readPolicyPack, type PolicyPack } from '../../domain/policy/read-policy-pack.ts';
import { policyVersions } from '../../domain/policy/policy-versions.ts';

type PackOf<Kind extends PolicyPack['kind']> = Extract<PolicyPack, { kind: Kind }>;

function pack<Kind extends PolicyPack['kind']>(kind: Kind, content: unknown, name: string): PackOf<Kind> {
  const read = readPolicyPack(JSON.stringify(content), name);
  if (read.kind !== kind) throw new Error(`policy pack ${name}: expected kind ${kind}, found ${read.kind}`);
  return read as PackOf<Kind>;
}

/** The packs this deployment decides under. They ship inside the bundle, so code and policy change together. */
export const policies = {
  identification: pack('identification', certification, 'us-iaas-nprm-2024.json'),
  screening: pack('screening', screening, 'us-ofac.json'),
  affiliates: pack('screening', affiliates, 'us-bis-affiliates.json'),
  diligence: pack('diligence', diligence, 'us-bis-d5-diligence.json'),
  provider: pack('provider', provider, 'provider-default.json'),
} as const;

export type Policies = typeof policies;

const all: readonly PolicyPack[] = Object.values(policies);

/** Pack id → version, as determinations and audit entries carry it. */
export const policyVersionsById: Readonly<Record<string, string>> = Object.fromEntries(
  policyVersions(all).map(({ id, version }) => [id, version]),
);
