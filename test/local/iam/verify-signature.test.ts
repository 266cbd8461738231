import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SignatureV4 } from '@smithy/signature-v4';
import { beforeAll, describe, expect, test } from 'vitest';
import { NodeSha256 } from '../../../local/iam/node-sha256.ts';
import { verifySignature } from '../../../local/iam/verify-signature.ts';
import type { ServiceRequest } from '../../../local/servers/service.ts';

type SignedRequest = Omit<ServiceRequest, 'accessKeyId'>;

const secretFor = (accessKeyId: string) => (accessKeyId === 'alice' ? 'wonderland' : undefined);
const credentials = { accessKeyId: 'alice', secretAccessKey: 'wonderland' };

async function signed(service: string): Promise<SignedRequest> {
  const signer = new SignatureV4({ credentials, region: 'us-east-1', service, sha256: NodeSha256 });
  const body = '{"decision":"approve"}';
  const { method, path, headers } = await signer.sign({
    method: 'POST',
    protocol: 'http:',
    hostname: '127.0.0.1',
    path: '/cases/c%201/decisions',
    query: { reason: 'a&b', tag: ['2', '1'] },
    headers: { host: '127.0.0.1:3000', 'content-type': 'application/json' },
    body,
  });
  return { method, url: `${path}?tag=2&reason=a%26b&tag=1`, headers, body: Buffer.from(body) };
}

/** What the SDK itself puts on the wire. */
async function sentBySdk(): Promise<SignedRequest> {
  const received = Promise.withResolvers<SignedRequest>();
  const server = createServer((message, response) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.on('end', () => {
      const { method = '', url = '' } = message;
      const headers = message.headers as Record<string, string>;
      received.resolve({ method, url, headers, body: Buffer.concat(chunks) });
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new SecretsManagerClient({ endpoint, region: 'us-east-1', credentials });
  await client.send(new GetSecretValueCommand({ SecretId: 's' }));
  client.destroy();
  server.close();
  return received.promise;
}

describe.each([
  ['a request signed for the HTTP API', () => signed('execute-api')],
  ['a request of the SDK', sentBySdk],
])('%s', (_case, make) => {
  let request: SignedRequest;

  beforeAll(async () => {
    request = await make();
  });

  test('is verified with the secret of its signer', async () => {
    expect(await verifySignature(request, secretFor)).toBe(true);
  });

  test('is refused under another secret, or when nobody has its access key', async () => {
    expect(await verifySignature(request, () => 'looking-glass')).toBe(false);
    expect(await verifySignature(request, () => undefined)).toBe(false);
  });

  test.each<[changed: string, change: (request: SignedRequest) => Partial<SignedRequest>]>([
    ['method', () => ({ method: 'PUT' })],
    ['path', ({ url }) => ({ url: `/other${url}` })],
    ['query', ({ url }) => ({ url: `${url}${url.includes('?') ? '&' : '?'}more=1` })],
    ['body', () => ({ body: Buffer.from('{"decision":"refuse"}') })],
    ['host', ({ headers }) => ({ headers: { ...headers, host: 'elsewhere' } })],
    ['date', ({ headers }) => ({ headers: { ...headers, 'x-amz-date': '20200101T000000Z' } })],
    ['missing signature', () => ({ headers: {} })],
  ])('is refused with another %s', async (_changed, change) => {
    expect(await verifySignature({ ...request, ...change(request) }, secretFor)).toBe(false);
  });
});
