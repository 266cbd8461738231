import { SecretsProvider } from '@aws-lambda-powertools/parameters/secrets';
import { z } from 'zod';
import type { ProviderEndpoint } from '../../adapters/notices/notice-sender.ts';

const httpsOrLoopback = z
  .url()
  .refine((url) => url.startsWith('https://') || ['127.0.0.1', 'localhost'].includes(new URL(url).hostname), {
    error: 'expected an https address',
  });
const Secret = z.looseObject({ url: httpsOrLoopback.or(z.literal('')), current: z.string().min(32) });

const cachedSeconds = 60;

/** Where notices go, and the secret they are signed with; both in one secret, so that a redeploy is not needed. */
export function providerEndpoint(secretId: string): () => Promise<ProviderEndpoint> {
  const provider = new SecretsProvider();
  return async () => {
    const stored: unknown = await provider.get(secretId, { maxAge: cachedSeconds, transform: 'json' });
    const { url, current } = Secret.parse(stored);
    return { url: url || null, secret: current };
  };
}
