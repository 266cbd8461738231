import { createHash } from 'node:crypto';
import { z } from 'zod';
import { KycError } from '../errors/kyc-error.ts';
import { faultsOf, type Fault } from '../validation/faults.ts';
import { DiligencePack } from './diligence-pack.ts';
import { IdentificationPack, ProviderPack, ScreeningPack } from './policy-pack.ts';

const PackContent = z
  .discriminatedUnion('kind', [IdentificationPack, ScreeningPack, DiligencePack, ProviderPack])
  .superRefine(refuseContradictions);

/** A pack as read, with the SHA-256 (hex) of the bytes it was read from. */
export type PolicyPack = z.infer<typeof PackContent> & { readonly digest: string };

export class PolicyPackInvalidError extends KycError {
  override readonly name = 'PolicyPackInvalidError';
  readonly file: string;
  readonly faults: readonly Fault[];

  constructor(file: string, faults: readonly Fault[], options?: ErrorOptions) {
    const places = faults.map(({ pointer, problem }) => `${pointer || '(whole document)'}: ${problem}`);
    super(`policy pack ${file}: ${places.join('; ')}. Correct the file and read it again.`, options);
    this.file = file;
    this.faults = faults;
  }
}

/**
 * @param text the pack's JSON
 * @param name what the file is called in error messages
 * @throws PolicyPackInvalidError naming the file and the JSON Pointer of each fault
 */
export function readPolicyPack(text: string, name: string): PolicyPack {
  const parsed = PackContent.safeParse(parseJson(text, name));
  if (!parsed.success) throw new PolicyPackInvalidError(name, faultsOf(parsed.error));
  return { ...parsed.data, digest: createHash('sha256').update(text).digest('hex') };
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new PolicyPackInvalidError(name, [{ pointer: '', problem: 'must be JSON' }], { cause });
  }
}

type Content = Omit<PolicyPack, 'digest'>;

/** A proposal must never read as law, and a reference must lead somewhere. */
function refuseContradictions(pack: Content, context: z.RefinementCtx<Content>): void {
  const refuse = (path: PropertyKey[], message: string) => {
    context.addIssue({ code: 'custom', path, message });
  };
  if (pack.status === 'proposed' && !pack.dormant) {
    refuse(['dormant'], 'must be true: a proposed rule binds nobody');
  }
  if (pack.status === 'uncertain' && !pack.dormant) {
    refuse(['dormant'], 'must be true until somebody has established that the rule is in force');
  }
  const known = new Set<string>();
  pack.rules.forEach((rule, index) => {
    if (known.has(rule.id)) refuse(['rules', index, 'id'], 'must be unique within the pack');
    known.add(rule.id);
    if (rule.status !== pack.status) {
      refuse(['rules', index, 'status'], 'must be the status of the pack; another status needs another pack');
    }
  });
  for (const { path, rule } of referencesOf(pack)) {
    if (!known.has(rule)) refuse(path, 'must name a row of /rules');
  }
}

function referencesOf(value: unknown, path: PropertyKey[] = []): { path: PropertyKey[]; rule: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) =>
    key === 'rule' && typeof member === 'string'
      ? [{ path: [...path, key], rule: member }]
      : referencesOf(member, [...path, key]),
  );
}
