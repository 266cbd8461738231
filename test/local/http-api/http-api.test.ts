import { createHash, createHmac } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Booted, bootFixture, editedAssembly, newStorage } from '../fixtures/booted.ts';

class Sha256 {
  #hash;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', secret as Uint8Array);
  }
  update(chunk: Uint8Array): void {
    this.#hash.update(chunk);
  }
  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.#hash.digest());
  }
  reset(): void {
    throw new Error('used once');
  }
}

interface Call {
  readonly method?: string;
  readonly path: string;
  readonly body?: string | Buffer;
  readonly headers?: Record<string, string>;
  readonly as?: string;
  readonly service?: string;
}

async function call({ aws }: Booted, { method = 'GET', path, body, headers = {}, as, service }: Call) {
  const url = new URL(path, aws.apiUrl);
  const signed = as
    ? await signature(aws.people[as]?.secretAccessKey ?? '', as, url, method, body, service)
    : {};
  const answer = await fetch(url, {
    method,
    headers: { ...headers, ...signed },
    ...(body ? { body: new Blob([new Uint8Array(Buffer.from(body))]) } : {}),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

async function signature(
  secretAccessKey: string,
  accessKeyId: string,
  url: URL,
  method: string,
  body: string | Buffer = '',
  service = 'execute-api',
): Promise<Record<string, string>> {
  const signer = new SignatureV4({
    credentials: { accessKeyId, secretAccessKey },
    region: 'us-east-1',
    service,
    sha256: Sha256,
  });
  const query = Object.fromEntries(
    [...url.searchParams.keys()].map((name) => [name, url.searchParams.getAll(name)]),
  );
  const headers = { host: url.host };
  const signed = await signer.sign({
    method,
    protocol: 'http:',
    hostname: url.hostname,
    path: url.pathname,
    query,
    headers,
    body,
  });
  const { host: _, ...others } = signed.headers;
  return others;
}

describe('the HTTP API', () => {
  let booted: Booted;
  const storage = newStorage();
  beforeAll(async () => {
    booted = await bootFixture({ storage });
  });
  afterAll(() => booted.aws.close());

  it('hands the function an event of payload format 2.0', async () => {
    const { status, body } = await call(booted, {
      method: 'POST',
      path: '/cases/a%20b?x=1&x=2&y=',
      body: 'h\u00e9',
      headers: { cookie: 'a=1; b=2', 'X-Upper': 'Yes', 'content-type': 'application/json' },
      as: 'alice',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /cases/{id}',
      rawPath: '/cases/a%20b',
      rawQueryString: 'x=1&x=2&y=',
      cookies: ['a=1', 'b=2'],
      headers: { 'x-upper': 'Yes' },
      queryStringParameters: { x: '1,2', y: '' },
      pathParameters: { id: 'a b' },
      body: 'h\u00e9',
      isBase64Encoded: false,
      requestContext: {
        accountId: '000000000000',
        http: { method: 'POST', path: '/cases/a%20b', sourceIp: '127.0.0.1' },
        stage: '$default',
        time: expect.stringMatching(/^01\/Jan\/2026:00:\d\d:\d\d \+0000$/) as string,
      },
    });
  });

  it('says who signed the request', async () => {
    const { body } = await call(booted, { path: '/cases/c-1', as: 'bob' });
    expect(body).toMatchObject({
      requestContext: {
        authorizer: {
          iam: { accessKey: 'bob', accountId: '000000000000', userArn: 'arn:aws:iam::000000000000:user/bob' },
        },
      },
    });
  });

  it('hands on a body that is no text in base64', async () => {
    const { body } = await call(booted, {
      method: 'POST',
      path: '/cases/c-1',
      body: Buffer.from([0xff, 0x00]),
      headers: { 'content-type': 'application/pdf' },
      as: 'alice',
    });
    expect(body).toMatchObject({ body: '/wA=', isBase64Encoded: true });
  });

  it.each([
    ['nobody', {}],
    ['a stranger', { as: 'mallory' }],
    ['somebody for another service', { as: 'alice', service: 's3' }],
    ['somebody for another path', { headers: { authorization: 'AWS4-HMAC-SHA256 Credential=alice' } }],
  ])('refuses a route under AWS_IAM to a request signed by %s', async (_, options) => {
    expect(await call(booted, { path: '/cases/c-1', ...options })).toEqual({
      status: 403,
      body: { message: 'Forbidden' },
    });
  });

  it('does not know other paths and methods', async () => {
    const notFound = { status: 404, body: { message: 'Not Found' } };
    expect(await call(booted, { path: '/nowhere' })).toEqual(notFound);
    expect(await call(booted, { path: '/intake' })).toEqual(notFound);
  });

  it('answers 500 when the function fails, and tells nothing of why', async () => {
    expect(await call(booted, { method: 'POST', path: '/intake' })).toEqual({
      status: 500,
      body: { message: 'Internal Server Error' },
    });
  });

  it('refuses a body above 10 MB', async () => {
    const body = Buffer.alloc(10 * 1024 * 1024 + 1, 'x');
    expect(await call(booted, { method: 'POST', path: '/intake', body })).toMatchObject({ status: 413 });
  });

  it('meters its requests', () => {
    const units = booted.aws.meter.usage().map(({ unit }) => unit);
    expect(units).toContain('apiGateway.request');
  });

  it('survives a client that goes away in the middle of its body', async () => {
    const { port } = new URL(booted.aws.apiUrl);
    const leaving = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: '/intake',
      headers: { 'content-length': 100 },
    });
    const gone = new Promise((resolve) => leaving.on('error', resolve));
    leaving.write('half');
    leaving.destroy(new Error('gone'));
    await gone;
    expect(await call(booted, { path: '/nowhere' })).toMatchObject({ status: 404 });
  });
});

it('does not call a function that has not permitted API Gateway to', async () => {
  const assembly = editedAssembly(({ Resources }) => {
    delete Resources.IntakePermission;
  });
  const booted = await bootFixture({ assembly });
  expect(await call(booted, { method: 'POST', path: '/intake', body: 'account#1' })).toMatchObject({
    status: 500,
  });
  await booted.aws.settled();
  expect(booted.aws.lambda.logs('Intake')).toEqual([]);
  await booted.aws.close();
});

it('lets people call only what they may invoke', async () => {
  const storage = newStorage();
  await (await bootFixture({ storage })).aws.close();
  const path = join(storage, 'people.json');
  const people = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { mayInvoke: string[] }>;
  if (people.carol) people.carol.mayInvoke = ['$default/GET/cases/*'];
  writeFileSync(path, JSON.stringify(people));
  const booted = await bootFixture({ storage });
  expect(await call(booted, { path: '/cases/c-1', as: 'carol' })).toMatchObject({ status: 200 });
  expect(await call(booted, { method: 'DELETE', path: '/cases/c-1', as: 'carol' })).toMatchObject({
    status: 403,
  });
  await booted.aws.close();
});
