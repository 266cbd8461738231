import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { s3PackageStore } from '../../../adapters/packages/package-store.ts';

const file = (path: string) => ({ path, bytes: Buffer.from(path) });

function storing() {
  const client = new S3Client({ region: 'us-east-1' });
  const s3 = mockClient(client);
  const inputs = () => s3.commandCalls(PutObjectCommand).map((call) => call.args[0].input);
  return { s3, inputs, store: s3PackageStore(client, 'reports') };
}

describe('storing a report package', () => {
  it('writes the files in order, so that one with a manifest is whole', async () => {
    const { s3, inputs, store } = storing();
    s3.on(PutObjectCommand).resolves({});
    await store('certification/2027/run-1', [
      file('report.json'),
      file('report.html'),
      file('manifest.json'),
    ]);
    expect(inputs().map(({ Key, ContentType }) => [Key, ContentType])).toEqual([
      ['certification/2027/run-1/report.json', 'application/json'],
      ['certification/2027/run-1/report.html', 'text/html; charset=utf-8'],
      ['certification/2027/run-1/manifest.json', 'application/json'],
    ]);
    expect(inputs().every(({ ChecksumAlgorithm }) => ChecksumAlgorithm === 'SHA256')).toBe(true);
  });

  it('writes no manifest after a file that failed', async () => {
    const { s3, inputs, store } = storing();
    s3.on(PutObjectCommand).rejects(new Error('503'));
    await expect(store('x', [file('report.json'), file('manifest.json')])).rejects.toThrow('503');
    expect(inputs()).toHaveLength(1);
  });
});
