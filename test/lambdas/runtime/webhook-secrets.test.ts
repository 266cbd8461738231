import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { providerEndpoint } from '../../../lambdas/runtime/provider-endpoint.ts';
import { webhookSecrets } from '../../../lambdas/runtime/webhook-secrets.ts';

const secrets = mockClient(SecretsManagerClient);
const current = 'A'.repeat(44);
const previous = 'B'.repeat(44);

afterEach(() => {
  secrets.reset();
});

const holding = (value: unknown) =>
  secrets.on(GetSecretValueCommand).resolves({ SecretString: JSON.stringify(value) });

describe('the secrets that webhooks are signed with', () => {
  it('are the current one and, while it is replaced, the previous one', async () => {
    holding({ current, previous });
    expect(await webhookSecrets('arn:one')()).toEqual([current, previous]);
    holding({ current, previous: null });
    expect(await webhookSecrets('arn:two')()).toEqual([current]);
  });

  it('are asked for once a minute and not once a webhook', async () => {
    holding({ current, previous: null });
    const read = webhookSecrets('arn:three');
    await read();
    await read();
    expect(secrets.commandCalls(GetSecretValueCommand)).toHaveLength(1);
  });

  it.each([[{ current: 'short' }], [{ current: `${'A'.repeat(40)} !` }], [{ previous: current }]])(
    'are refused when %j is no key',
    async (value) => {
      holding(value);
      await expect(webhookSecrets(`arn:${JSON.stringify(value)}`)()).rejects.toThrow('current');
    },
  );
});

describe('where notices go', () => {
  it.each([
    ['https://provider.example/kyc', 'https://provider.example/kyc'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/'],
    ['', null],
  ])('%j is taken', async (url, expected) => {
    holding({ url, current });
    expect(await providerEndpoint(`arn:good ${url}`)()).toEqual({ url: expected, secret: current });
  });

  it.each([
    'http://provider.example/kyc',
    'http://127.0.0.1.example/',
    'ftp://127.0.0.1/',
    'file:///etc/passwd',
    'nowhere',
  ])('%j is refused: what is decided does not cross a network in clear', async (url) => {
    holding({ url, current });
    await expect(providerEndpoint(`arn:bad ${url}`)()).rejects.toThrow('expected an https address');
  });
});
