import { readFileSync } from 'node:fs';
import { readPolicyPack } from '../../domain/policy/read-policy-pack.ts';

const daySeconds = 24 * 3600;

/** How long an execution waits for a person, from the policy pack that the functions decide under. */
export function reviewTerms(): { readonly timeoutSeconds: number; readonly heartbeatSeconds: number } {
  const file = 'provider-default.json';
  const text = readFileSync(new URL(`../../data/policies/${file}`, import.meta.url), 'utf8');
  const pack = readPolicyPack(text, file);
  if (pack.kind !== 'provider')
    throw new Error(`policy pack ${file}: expected kind provider, found ${pack.kind}`);
  const { timeoutDays, heartbeatDays } = pack.review;
  return { timeoutSeconds: timeoutDays * daySeconds, heartbeatSeconds: heartbeatDays * daySeconds };
}
