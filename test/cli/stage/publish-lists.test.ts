import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { acceptedLists, publishLists } from '../../../cli/stage/publish-lists.ts';
import type { Stage } from '../../../cli/stage/stage.ts';

const s3 = mockClient(S3Client);
const lambda = mockClient(LambdaClient);
const stage = {
  clients: { s3: new S3Client({}), lambda: new LambdaClient({}) },
  names: { ListsBucket: 'lists', AcceptListsFunction: 'accept-lists' },
} as unknown as Stage;

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'iaas-kyc-list-'));
  s3.on(PutObjectCommand).resolves({});
  const verdict = { verdict: 'refused', list: 'ofac-sdn', because: 'tooFew', detail: 'few entries' };
  const refused = JSON.stringify({ lists: [verdict], listDigest: null });
  lambda.on(InvokeCommand).resolves({ Payload: Buffer.from(refused) as never });
});

afterEach(() => {
  rmSync(directory, { recursive: true });
  s3.reset();
  lambda.reset();
});

/** @returns the prefix that the gate was asked about and the keys that were uploaded */
async function publish(sdn: string) {
  s3.resetHistory();
  lambda.resetHistory();
  writeFileSync(join(directory, 'SDN.CSV'), sdn);
  await publishLists(stage, directory, '2021-08-18');
  const payload = lambda.commandCalls(InvokeCommand)[0]?.args[0].input.Payload;
  const { prefix } = JSON.parse(Buffer.from(payload as Uint8Array).toString('utf8')) as { prefix: string };
  return { prefix, keys: s3.commandCalls(PutObjectCommand).map(({ args }) => args[0].input.Key) };
}

describe('publishing a list', () => {
  it('uploads under the day and a digest of the files, which is what the gate is asked about', async () => {
    const { prefix, keys } = await publish('36,"A"');
    expect(prefix).toMatch(/^lists\/2021-08-18-[0-9a-f]{12}$/);
    expect(keys).toEqual([`${prefix}/sdn.csv.gz`]);
  });

  it('never writes over the files of another publication of the same day', async () => {
    const first = await publish('36,"A"');
    const second = await publish('36,"B"');
    expect(second.keys).not.toEqual(first.keys);
  });

  it('uploads the official files of every list, whatever the case of their names, and nothing else', async () => {
    for (const file of ['DPL.TXT', 'own.csv', 'CONS_ENHANCED.ZIP', 'README.md', 'notes.csv'])
      writeFileSync(join(directory, file), 'x');
    const { prefix, keys } = await publish('36,"A"');
    const files = ['cons_enhanced.zip', 'dpl.txt', 'own.csv', 'sdn.csv'];
    expect(keys).toEqual(files.map((file) => `${prefix}/${file}.gz`));
  });

  it('names each list that was refused', async () => {
    writeFileSync(join(directory, 'sdn.csv'), '36,"A"');
    const answer = await publishLists(stage, directory, '2021-08-18');
    expect(() => acceptedLists(answer)).toThrow('ofac-sdn refused: tooFew: few entries');
  });

  it('finds no official file in a folder of others', async () => {
    writeFileSync(join(directory, 'notes.csv'), 'x');
    await expect(publishLists(stage, directory, '2021-08-18')).rejects.toThrow('holds no official file');
  });

  it('uploads the same files to the same place when it is repeated', async () => {
    expect(await publish('36,"A"')).toEqual(await publish('36,"A"'));
  });
});
