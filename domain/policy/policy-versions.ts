import type { PolicyPack } from './read-policy-pack.ts';
import type { RuleStatus } from './rule-row.ts';

/** What a decision carries, so that it can be replayed under the same rules. */
export interface PolicyVersion {
  readonly id: string;
  readonly version: string;
  readonly status: RuleStatus;
  readonly asOf: string;
  /** SHA-256 (hex) of the pack's bytes. */
  readonly digest: string;
}

/** In order of id, so that the same packs always give the same bytes. */
export function policyVersions(packs: readonly PolicyPack[]): PolicyVersion[] {
  return packs
    .map(({ id, version, status, asOf, digest }) => ({ id, version, status, asOf, digest }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
