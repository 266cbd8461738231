import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Config as ReceiveConfig } from '../../../lambdas/receive-webhook/config.ts';
import { readEnvironment } from '../../../lambdas/runtime/environment.ts';

const complete = {
  INBOX_TABLE: 'inbox',
  VERIFICATION_QUEUE_URL: 'https://sqs.example/queue',
  INBOUND_SECRET_ID: 'arn:secret',
  PARTY_KEY_ID: 'arn:key',
};

describe('the environment of a function', () => {
  it('is read through its schema, and what the runtime adds is left alone', () => {
    expect(readEnvironment(ReceiveConfig, { ...complete, AWS_REGION: 'us-east-1' })).toEqual(complete);
  });

  it('stops the function by the name of each variable that is missing or wrong', () => {
    const { INBOX_TABLE: _missing, ...rest } = complete;
    expect(() => readEnvironment(ReceiveConfig, { ...rest, VERIFICATION_QUEUE_URL: 'queue' })).toThrow(
      /INBOX_TABLE .*VERIFICATION_QUEUE_URL .*Set it in the function's construct/,
    );
  });

  it('does not repeat the values', () => {
    const read = () => readEnvironment(z.object({ KEY: z.literal('a') }), { KEY: 'secret-value' });
    expect(read).toThrow(/KEY/);
    expect(read).not.toThrow(/secret-value/);
  });

  it('has a schema in every function’s folder', async () => {
    const lambdas = join(import.meta.dirname, '..', '..', '..', 'lambdas');
    for (const name of readdirSync(lambdas).filter((folder) => folder !== 'runtime')) {
      const { Config } = (await import(join(lambdas, name, 'config.ts'))) as { Config: z.ZodType };
      expect(() => readEnvironment(Config, {}), name).toThrow(/is incomplete/);
    }
  });
});
