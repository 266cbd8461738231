import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServiceError } from '../../../local/servers/service-error.ts';
import { recordedSurroundings } from '../../support/surroundings.ts';
import { lambdaBench, type LambdaBench } from './deployed-function.ts';

const arn = (name: string) => `arn:aws:lambda:us-east-1:000000000000:function:${name}`;

describe('the Lambda service', () => {
  let bench: LambdaBench;

  beforeAll(async () => {
    bench = await lambdaBench();
    bench.deploy(
      'echo',
      `let calls = 0;
       export const handler = async (event, context) => {
         if (event?.log) console.log(event.log);
         if (event?.throw) throw Object.assign(new Error(event.throw), { name: 'CaseNotFoundError' });
         if (event?.exit) process.exit(3);
         if (event?.hang) await new Promise(() => setInterval(() => {}, 1000));
         return { event, calls: ++calls, now: new Date().toISOString(), said: Date(), name: context.functionName,
           left: context.getRemainingTimeInMillis(), env: process.env };
       };`,
      { environment: { TABLE: 'accounts' }, timeoutSeconds: 1 },
    );
  });
  afterAll(() => bench.close());

  it('answers a synchronous call with what the handler returned', async () => {
    const answer = await bench.call('echo', { a: 1 });
    expect(answer).toMatchObject({ status: 200, payload: { event: { a: 1 }, name: 'echo' } });
    expect(answer.functionError).toBeUndefined();
  });

  it('demands lambda:InvokeFunction on the function, with the qualifier that was asked for', async () => {
    await bench.call(arn('echo'), {}, { Qualifier: '$LATEST' });
    expect(bench.surroundings.demanded.at(-1)).toEqual({
      accessKeyId: 'operator',
      action: 'lambda:InvokeFunction',
      resource: `${arn('echo')}:$LATEST`,
    });
  });

  it('gives the handler the template environment and what Lambda reserves, and nothing else', async () => {
    const { payload } = await bench.call('echo', {});
    expect(Object.keys((payload as { env: object }).env).sort()).toEqual([
      'AWS_ACCESS_KEY_ID',
      'AWS_DEFAULT_REGION',
      'AWS_ENDPOINT_URL',
      'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
      'AWS_LAMBDA_FUNCTION_NAME',
      'AWS_LAMBDA_FUNCTION_VERSION',
      'AWS_REGION',
      'AWS_SECRET_ACCESS_KEY',
      'LAMBDA_TASK_ROOT',
      'TABLE',
      '_HANDLER',
    ]);
    expect(payload).toMatchObject({ env: { AWS_ACCESS_KEY_ID: 'echo-role', TABLE: 'accounts' } });
  });

  it('keeps a worker between calls, so that module state lives on', async () => {
    const first = await bench.call('echo', {});
    const second = await bench.call('echo', {});
    const calls = (answer: { payload: unknown }) => (answer.payload as { calls: number }).calls;
    expect(calls(second)).toBe(calls(first) + 1);
  });

  it('reports what a handler throws as an unhandled function error', async () => {
    const answer = await bench.call('echo', { throw: 'no case c-1' });
    expect(answer).toMatchObject({
      status: 200,
      functionError: 'Unhandled',
      payload: { errorType: 'CaseNotFoundError', errorMessage: 'no case c-1' },
    });
  });

  it('ends a handler that runs past its time-out, and starts afresh', async () => {
    const answer = await bench.call('echo', { hang: true });
    expect(answer).toMatchObject({
      functionError: 'Unhandled',
      payload: {
        errorType: 'Sandbox.Timedout',
        errorMessage: expect.stringMatching(/Task timed out after 1.00 seconds$/) as string,
      },
    });
    expect(await bench.call('echo', {})).toMatchObject({ payload: { calls: 1 } });
  });

  it('survives a handler that ends its process', async () => {
    expect(await bench.call('echo', { exit: true })).toMatchObject({
      functionError: 'Unhandled',
      payload: { errorType: 'Runtime.ExitError' },
    });
    expect(await bench.call('echo', {})).toMatchObject({ status: 200 });
  });

  it('runs the handler on the simulated clock, also while it moves', async () => {
    await bench.surroundings.clock.advanceTo(Date.parse('2031-05-01T00:00:00Z'));
    const { payload } = await bench.call('echo', {});
    expect((payload as { now: string }).now).toMatch(/^2031-05-01T00:/);
    expect((payload as { said: string }).said).toContain('2031');
  });

  it('keeps what a handler logs, and meters it', async () => {
    const before = bench.surroundings.metered.get('logs.byte') ?? 0;
    await bench.call('echo', { log: 'LIST_TOO_OLD case=c-9' });
    expect(bench.lambda.logs('echo')).toContain('LIST_TOO_OLD case=c-9');
    // The line with its newline, 26 bytes per event, and 300 for Lambda's own lines.
    expect(bench.surroundings.metered.get('logs.byte')).toBe(before + 22 + 26 + 300);
  });

  it('meters one request and the milliseconds times the memory', async () => {
    const before = new Map(bench.surroundings.metered);
    await bench.call('echo', {});
    const grown = (unit: 'lambda.request' | 'lambda.megabyteMillisecond') =>
      (bench.surroundings.metered.get(unit) ?? 0) - (before.get(unit) ?? 0);
    expect(grown('lambda.request')).toBe(1);
    expect(grown('lambda.megabyteMillisecond') % 256).toBe(0);
    expect(grown('lambda.megabyteMillisecond')).toBeGreaterThanOrEqual(256);
  });

  it('refuses a payload above 6 MB', async () => {
    await expect(bench.call('echo', 'x'.repeat(6 * 1024 * 1024))).rejects.toMatchObject({
      name: 'RequestTooLargeException',
    });
  });

  it('does not know a function that was not deployed', async () => {
    await expect(bench.call('missing', {})).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('throttles a function whose reserved concurrency is zero', async () => {
    bench.deploy('stopped', 'export const handler = () => 1;', { reservedConcurrency: 0 });
    await expect(bench.call('stopped', {})).rejects.toMatchObject({ name: 'TooManyRequestsException' });
  });

  it('runs one event at a time in each worker, and no more workers than the function may have', async () => {
    const code = `let inside = 0;
      export const handler = async () => {
        inside += 1;
        await new Promise((resolve) => setTimeout(resolve, 20));
        return { most: inside, id: Math.random(), done: (inside -= 1) };
      };`;
    bench.deploy('counted', code, { reservedConcurrency: 1 });
    const answers = await Promise.all([1, 2, 3].map(() => bench.call('counted', {})));
    expect(answers.map(({ payload }) => (payload as { most: number }).most)).toEqual([1, 1, 1]);
  });

  it('does not find a package that the bundle lacks, though the repository has it', async () => {
    bench.deploy('unbundled', `import 'zod'; export const handler = () => 1;`);
    expect(await bench.call('unbundled', {})).toMatchObject({ functionError: 'Unhandled' });
  });

  it('finds the SDK, which is part of the runtime', async () => {
    bench.deploy(
      'runtime',
      `import { S3Client } from '@aws-sdk/client-s3'; export const handler = () => typeof S3Client;`,
    );
    expect(await bench.call('runtime', {})).toMatchObject({ payload: 'function' });
  });

  it('refuses to deploy a function with node options that reach beyond it', () => {
    expect(() => {
      bench.deploy('odd', '', { environment: { NODE_OPTIONS: '--inspect' } });
    }).toThrow('NODE_OPTIONS holds --inspect');
  });

  it('answers AccessDenied with 403 and runs nothing', async () => {
    const denying = await lambdaBench(
      recordedSurroundings({
        access: {
          demand: () => {
            throw new ServiceError('AccessDeniedException', 'not allowed');
          },
        },
      }),
    );
    denying.deploy('echo', 'export const handler = () => 1;');
    await expect(denying.call('echo', {})).rejects.toMatchObject({
      name: 'AccessDeniedException',
      $metadata: { httpStatusCode: 403 },
    });
    await denying.close();
  });
});
