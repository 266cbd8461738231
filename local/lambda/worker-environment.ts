import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FunctionDefinition } from './function-definition.ts';

// Flags that change what a stack trace looks like and nothing else.
const harmlessNodeOptions = new Set(['--enable-source-maps', '--no-warnings', '--trace-uncaught']);

/** Checks `NODE_OPTIONS` of a template: a flag that could change the whole process is refused at deployment. */
export function demandHarmlessNodeOptions(definition: FunctionDefinition): void {
  const flags = (definition.environment.NODE_OPTIONS ?? '').split(/\s+/).filter(Boolean);
  const refused = flags.find((flag) => !harmlessNodeOptions.has(flag));
  if (refused) {
    throw new Error(
      `function ${definition.name}: NODE_OPTIONS holds ${refused}; the embedded AWS allows only ` +
        [...harmlessNodeOptions].join(', '),
    );
  }
}

/** The template's variables and those Lambda reserves; nothing of the developer's own environment. */
export function workerEnvironment(
  definition: FunctionDefinition,
  region: string,
  endpoint: string,
): Record<string, string> {
  return {
    ...definition.environment,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: definition.roleName,
    AWS_SECRET_ACCESS_KEY: 'local-secret',
    AWS_ENDPOINT_URL: endpoint,
    AWS_LAMBDA_FUNCTION_NAME: definition.name,
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryMegabytes),
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    LAMBDA_TASK_ROOT: definition.codeDirectory,
    _HANDLER: definition.handler,
    [compileCacheVariable]: compileCache,
  };
}

/** Names the cache to a thread's own start, and is gone before the function's code comes. */
export const compileCacheVariable = 'NODE_COMPILE_CACHE';

// Bundles of two megabytes are compiled anew in each thread, at a third of its start, unless Node finds the code of
// exactly this text here (its own default place).
const compileCache = join(tmpdir(), 'node-compile-cache');
