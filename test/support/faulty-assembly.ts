import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AssemblyFiles } from './assembly-files.ts';
import type { PlannedFault } from './planned-fault.ts';

const injector = pathToFileURL(join(import.meta.dirname, 'fault-injector.ts')).href;

export interface FaultyAssemblyOptions {
  /** When a function that hangs is ended. If left out, the template says it, and no slow start is taken for a fault. */
  readonly timeoutSeconds?: number;
}

export interface ObservedCalls {
  readonly functionName: string;
  readonly event: unknown;
  /** In order of their answers. */
  readonly calls: readonly string[];
}

/**
 * A copy of the app in which each bundle stands behind an injector. Without a plan it behaves like the original; the
 * state machines are the committed ones.
 */
export class FaultyAssembly {
  readonly #files: AssemblyFiles;
  readonly #plan: string;

  constructor(assembly: string, { timeoutSeconds }: FaultyAssemblyOptions = {}) {
    this.#files = AssemblyFiles.copyOf(assembly);
    this.#plan = join(this.directory, 'planned-faults');
    mkdirSync(this.#plan);
    for (const { name, logicalId } of this.#files.functions()) {
      this.#files.replaceBundle(name, (original) => wrapperOf(name, this.#plan, original));
      this.#files.edit(logicalId, (properties) => {
        // One worker each: a second one would only take its time to start.
        Object.assign(properties, { ReservedConcurrentExecutions: 1 });
        if (timeoutSeconds !== undefined) Object.assign(properties, { Timeout: timeoutSeconds });
      });
    }
  }

  get directory(): string {
    return this.#files.directory;
  }

  plan(...faults: readonly PlannedFault[]): void {
    for (const fault of faults) {
      const directory = join(this.#plan, fault.functionName);
      mkdirSync(directory, { recursive: true });
      writeFileSync(join(directory, `${fault.id}.json`), JSON.stringify(fault));
    }
  }

  /** How many invocations a fault has hit. */
  hits({ functionName, id }: PlannedFault): number {
    let hits = 0;
    while (existsSync(join(this.#plan, functionName, `${id}.${hits + 1}`))) hits += 1;
    return hits;
  }

  /** What each invocation that came to its end has called. */
  observedCalls(): ObservedCalls[] {
    const file = join(this.#plan, 'calls.ndjson');
    if (!existsSync(file)) return [];
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    return lines.map((line) => JSON.parse(line) as ObservedCalls);
  }

  remove(): void {
    this.#files.remove();
  }
}

function wrapperOf(name: string, plan: string, original: string): string {
  return [
    // First, because it watches the calls that the bundle will make.
    `import { withFaults } from ${JSON.stringify(injector)};`,
    `import { handler } from ${JSON.stringify(pathToFileURL(original).href)};`,
    `const wrapped = withFaults(${JSON.stringify(name)}, ${JSON.stringify(plan)}, handler);`,
    'export { wrapped as handler };',
    '',
  ].join('\n');
}
