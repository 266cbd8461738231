import { SecretsProvider } from '@aws-lambda-powertools/parameters/secrets';
import { z } from 'zod';
import { secretsClient } from '../../adapters/aws/clients.ts';

const base64Key = z.string().regex(/^(whsec_)?[A-Za-z0-9+/]{32,}={0,2}$/);
const Secret = z.looseObject({ current: base64Key, previous: base64Key.nullish() });

// Long enough that the secret costs nothing per account, short enough that a rotation is soon seen.
const cachedSeconds = 60;

/** The signing secrets that count now, the current one first. */
export function webhookSecrets(secretId: string): () => Promise<readonly string[]> {
  const provider = new SecretsProvider({ awsSdkV3Client: secretsClient() });
  return async () => {
    const stored: unknown = await provider.get(secretId, { maxAge: cachedSeconds, transform: 'json' });
    const { current, previous } = Secret.parse(stored);
    return previous ? [current, previous] : [current];
  };
}
