import { existsSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import { confineImports } from './confined-imports.ts';
import { installSimulatedDate } from './simulated-date.ts';
import { compileCacheVariable } from './worker-environment.ts';
import type {
  FunctionErrorDocument,
  InvocationMessage,
  WorkerMessage,
  WorkerSetup,
} from './worker-messages.ts';

type Handler = (event: unknown, context: object) => unknown;

const setup = workerData as WorkerSetup;
let isCodeKept = false;

function send(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

/** A write's callback runs once the parent has read it, so that what was logged arrives before the answer. */
async function flushOutput(): Promise<void> {
  await new Promise<void>((resolve) => {
    process.stdout.write('', () => {
      resolve();
    });
  });
}

function describe(error: unknown): FunctionErrorDocument {
  if (!(error instanceof Error)) {
    return { errorType: typeof error, errorMessage: String(error), trace: [] };
  }
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
}

async function loadHandler(): Promise<Handler> {
  const [file = '', exportName = ''] = setup.handler.split('.');
  const path = ['.mjs', '.js', '.cjs']
    .map((extension) => join(setup.codeDirectory, file + extension))
    .find(existsSync);
  if (!path) throw new Error(`no ${file}.mjs, ${file}.js or ${file}.cjs in ${setup.codeDirectory}`);
  const module = (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  const defaultExport = module.default as Record<string, unknown> | undefined;
  const handler = module[exportName] ?? defaultExport?.[exportName];
  if (typeof handler !== 'function') throw new Error(`${setup.handler} is undefined or not exported`);
  return handler as Handler;
}

function contextOf(message: InvocationMessage): object {
  const deadline = performance.now() + message.timeoutMs;
  const name = process.env.AWS_LAMBDA_FUNCTION_NAME ?? '';
  return {
    awsRequestId: message.requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: message.functionArn,
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: 'embedded',
    memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE ?? '',
    getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
  };
}

async function run(handler: Handler, message: InvocationMessage): Promise<void> {
  const startedAt = performance.now();
  try {
    const result = await handler(JSON.parse(message.payload), contextOf(message));
    const payload = JSON.stringify(result ?? null);
    const handlerMs = performance.now() - startedAt;
    await flushOutput();
    send({ kind: 'returned', handlerMs, payload });
    keepCompiledCode();
  } catch (error) {
    const handlerMs = performance.now() - startedAt;
    console.error(error);
    await flushOutput();
    send({ kind: 'threw', handlerMs, error: describe(error) });
  }
}

/** Keeps what Node has compiled for the threads to come, with what the first event needed: Node stores it once. */
function keepCompiledCode(): void {
  if (isCodeKept) return;
  isCodeKept = true;
  // Now, because a thread that is ended later keeps nothing.
  flushCompileCache();
}

async function initialise(): Promise<void> {
  const startedAt = performance.now();
  try {
    Reflect.deleteProperty(process.env, compileCacheVariable);
    installSimulatedDate(setup.clockOffset);
    confineImports(setup.codeDirectory);
    const handler = await loadHandler();
    parentPort?.on('message', (message: InvocationMessage) => {
      void run(handler, message);
    });
    send({ kind: 'ready', initMs: performance.now() - startedAt });
  } catch (error) {
    console.error(error);
    await flushOutput();
    send({ kind: 'initFailed', initMs: performance.now() - startedAt, error: describe(error) });
  }
}

await initialise();
