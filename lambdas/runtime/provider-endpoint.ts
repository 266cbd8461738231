import { SecretsProvider } from '@aws-lambda-powertools/parameters/secrets';
import { z } from 'zod';
import { secretsClient } from '../../adapters/aws/clients.ts';
import type { ProviderEndpoint } from '../../adapters/notices/notice-sender.ts';

const Secret = z.looseObject({
  url: z.string().refine(isEmptyOrSafe, { error: 'expected an https address, or nothing' }),
  current: z.string().min(32),
});

const cachedSeconds = 60;

/** Where notices go, and the secret they are signed with; both in one secret, so that a redeploy is not needed. */
export function providerEndpoint(secretId: string): () => Promise<ProviderEndpoint> {
  const provider = new SecretsProvider({ awsSdkV3Client: secretsClient() });
  return async () => {
    const stored: unknown = await provider.get(secretId, { maxAge: cachedSeconds, transform: 'json' });
    const { url, current } = Secret.parse(stored);
    return { url: url || null, secret: current };
  };
}

/** Nothing, https, or this machine: what is decided about a customer does not cross a network in clear. */
function isEmptyOrSafe(url: string): boolean {
  if (url === '') return true;
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(hostname));
}
