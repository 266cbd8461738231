import { gatewayClient } from '../gateway-client.ts';
import type { Surroundings } from '../surroundings.ts';
import { EventSourceMapping, type MappingDefinition } from './event-source-mapping.ts';
import type { FunctionRegistry } from './function-registry.ts';

export interface MappingsOptions {
  readonly endpoint: () => string;
  readonly functions: FunctionRegistry;
  readonly log: (line: string) => void;
}

/** The event source mappings of the assembly. */
export class EventSourceMappings {
  readonly #surroundings: Surroundings;
  readonly #options: MappingsOptions;
  readonly #mappings: EventSourceMapping[] = [];
  readonly #byQueue = new Map<string, EventSourceMapping[]>();

  constructor(surroundings: Surroundings, options: MappingsOptions) {
    this.#surroundings = surroundings;
    this.#options = options;
  }

  add(definition: MappingDefinition): void {
    const { endpoint, functions, log } = this.#options;
    const { region, account } = this.#surroundings;
    const mapping = new EventSourceMapping(definition, {
      client: gatewayClient(endpoint(), region, definition.roleName),
      account,
      log,
      invoke: (functionName, payload) => functions.invoke(functionName, payload),
    });
    this.#mappings.push(mapping);
    this.#byQueue.set(definition.queueArn, [...(this.#byQueue.get(definition.queueArn) ?? []), mapping]);
  }

  /** Begins to receive. Call it once everything is deployed. */
  start(): void {
    for (const mapping of this.#mappings) mapping.start();
  }

  /** Tells the mappings of a queue that it may have a visible message. */
  notify(queueArn: string): void {
    for (const mapping of this.#byQueue.get(queueArn) ?? []) mapping.notify();
  }

  get isIdle(): boolean {
    return this.#mappings.every((mapping) => mapping.isIdle);
  }

  async close(): Promise<void> {
    await Promise.all(this.#mappings.map((mapping) => mapping.close()));
  }
}
