import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvokeCommand, type InvokeCommandInput, LambdaClient } from '@aws-sdk/client-lambda';
import type { FunctionDefinition } from '../../../local/lambda/function-definition.ts';
import { createLambda, type Lambda } from '../../../local/lambda/lambda.ts';
import { LogFiles } from '../../../local/lambda/log-files.ts';
import { Gateway } from '../../../local/servers/gateway.ts';
import { recordedSurroundings, type RecordedSurroundings } from '../../support/surroundings.ts';

export interface LambdaBench {
  readonly lambda: Lambda;
  readonly surroundings: RecordedSurroundings;
  /** Registers a function whose `index.mjs` is `code`. */
  deploy(name: string, code: string, overrides?: Partial<FunctionDefinition>): void;
  call(name: string, event: unknown, input?: Partial<InvokeCommandInput>): Promise<LambdaAnswer>;
  close(): Promise<void>;
}

export interface LambdaAnswer {
  readonly status: number | undefined;
  readonly functionError: string | undefined;
  readonly payload: unknown;
}

/** The Lambda service alone, behind a gateway. */
export async function lambdaBench(surroundings = recordedSurroundings()): Promise<LambdaBench> {
  const directory = mkdtempSync(join(tmpdir(), 'lambda-'));
  let endpoint = '';
  const lambda = createLambda(surroundings, {
    endpoint: () => endpoint,
    clockOffset: surroundings.clock.offsetCell,
    logs: new LogFiles(join(directory, 'logs')),
    report: (line) => {
      throw new Error(line);
    },
  });
  const gateway = new Gateway([lambda]);
  endpoint = await gateway.listen();
  const client = new LambdaClient({
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'operator', secretAccessKey: 'x' },
    maxAttempts: 1,
  });
  return {
    lambda,
    surroundings,
    deploy(name, code, overrides = {}) {
      const codeDirectory = mkdtempSync(join(directory, 'code-'));
      writeFileSync(join(codeDirectory, 'index.mjs'), code);
      lambda.functions.register({
        name,
        arn: `arn:aws:lambda:us-east-1:000000000000:function:${name}`,
        codeDirectory,
        handler: 'index.handler',
        environment: {},
        roleName: `${name}-role`,
        memoryMegabytes: 256,
        timeoutSeconds: 10,
        ...overrides,
      });
    },
    async call(name, event, input = {}) {
      const answer = await client.send(
        new InvokeCommand({ FunctionName: name, Payload: JSON.stringify(event), ...input }),
      );
      const text = answer.Payload?.transformToString() ?? '';
      return {
        status: answer.StatusCode,
        functionError: answer.FunctionError,
        payload: text === '' ? undefined : JSON.parse(text),
      };
    },
    async close() {
      surroundings.clock.stop();
      client.destroy();
      await lambda.close();
      await gateway.close();
    },
  };
}
