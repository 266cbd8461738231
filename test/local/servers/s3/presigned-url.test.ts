import { CreateBucketCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NodeSha256 } from '../../../../local/iam/node-sha256.ts';
import { startS3, type RunningS3 } from './running-s3.ts';

describe('a presigned URL', () => {
  let running: RunningS3;

  beforeEach(async () => {
    running = await startS3();
    await running.s3.send(new CreateBucketCommand({ Bucket: 'evidence' }));
    await running.s3.send(new PutObjectCommand({ Bucket: 'evidence', Key: 'a b', Body: 'shown' }));
  });

  afterEach(() => running.stop());

  it('gives the object to whoever holds it, in the name of its signer, under the name it asks for', async () => {
    const url = await presign('GET', { 'response-content-disposition': 'attachment; filename="a.txt"' });
    running.surroundings.demanded.length = 0;
    const response = await fetch(url);
    expect(await response.text()).toBe('shown');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="a.txt"');
    expect(running.surroundings.demanded).toEqual([
      { accessKeyId: 'signer', action: 's3:GetObject', resource: 'arn:aws:s3:::evidence/a b' },
    ]);
  });

  it('is refused when its time is over', async () => {
    const url = await presign('GET');
    await running.surroundings.clock.advanceTo(running.surroundings.clock.now() + 61_000);
    const response = await fetch(url);
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('Request has expired');
  });

  it('is refused for a write', async () => {
    const response = await fetch(await presign('PUT'), { method: 'PUT', body: 'x' });
    expect(response.status).toBe(501);
  });

  async function presign(method: string, query: Record<string, string> = {}): Promise<string> {
    const signer = new SignatureV4({
      service: 's3',
      region: 'us-east-1',
      credentials: { accessKeyId: 'signer', secretAccessKey: 'local-secret' },
      sha256: NodeSha256,
      uriEscapePath: false,
    });
    const { host, hostname, port, protocol } = new URL(running.endpoint);
    const signed = await signer.presign(
      {
        method,
        protocol,
        hostname,
        port: Number(port),
        path: '/evidence/a%20b',
        query,
        headers: { host },
      },
      { expiresIn: 60, signingDate: new Date(running.surroundings.clock.now()) },
    );
    const parameters = new URLSearchParams(signed.query as Record<string, string>);
    return `${running.endpoint}${signed.path}?${parameters.toString()}`;
  }
});
