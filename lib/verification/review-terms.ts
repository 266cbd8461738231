import { shippedPacks } from './shipped-packs.ts';

const daySeconds = 24 * 3600;

/** How long an execution waits for a person, from the policy pack that the functions decide under. */
export function reviewTerms(): { readonly timeoutSeconds: number; readonly heartbeatSeconds: number } {
  const provider = shippedPacks().find((pack) => pack.kind === 'provider');
  if (!provider) throw new Error('data/policies: expected a pack of the kind provider, found none');
  const { timeoutDays, heartbeatDays } = provider.review;
  return { timeoutSeconds: timeoutDays * daySeconds, heartbeatSeconds: heartbeatDays * daySeconds };
}
