import type { StackArtifact } from './assembly.ts';
import { ignoredArn, ignoredTypes } from './ignored-types.ts';
import { resolve } from './intrinsics.ts';
import { inCreationOrder } from './references.ts';
import type { ResourceFamily } from './resource-family.ts';
import type { ResourceLedger } from './resource-ledger.ts';
import { type Account, type CreatedResource, StackScope } from './stack-scope.ts';
import type { JsonObject, ResourceDefinition } from './template.ts';

export interface DeployedResource {
  readonly stackName: string;
  readonly logicalId: string;
  readonly type: string;
  /** What `Ref` answers. */
  readonly physicalId: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Deployment {
  /** Values of `Outputs`, by stack and key. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly resources: readonly DeployedResource[];
  /** Types met in the templates and left out on purpose, sorted. */
  readonly ignored: readonly string[];
}

/** Creates the resources of a cloud assembly, stack by stack, each after what it refers to. */
export class Deployer {
  readonly #families: ReadonlyMap<string, ResourceFamily>;
  readonly #ledger: ResourceLedger;
  readonly #where: Account;
  readonly #exports = new Map<string, unknown>();
  readonly #outputs: Record<string, Record<string, string>> = {};
  readonly #resources: DeployedResource[] = [];
  readonly #ignored = new Set<string>();

  constructor(families: readonly ResourceFamily[], ledger: ResourceLedger, where: Account) {
    this.#families = new Map(families.map((family) => [family.type, family]));
    this.#ledger = ledger;
    this.#where = where;
  }

  /** @throws Error naming stack, type and logical id for what is neither emulated nor ignored on purpose */
  async deploy(stacks: readonly StackArtifact[]): Promise<Deployment> {
    for (const stack of stacks) await this.#deployStack(stack);
    return { outputs: this.#outputs, resources: this.#resources, ignored: [...this.#ignored].sort() };
  }

  async #deployStack(stack: StackArtifact): Promise<void> {
    const created = new Map<string, CreatedResource>();
    const scope = new StackScope(stack.name, stack.template, this.#where, created, this.#exports);
    for (const logicalId of inCreationOrder(stack.template)) {
      const definition = stack.template.Resources[logicalId];
      if (!definition || (definition.Condition && !scope.condition(definition.Condition))) continue;
      try {
        created.set(logicalId, await this.#create(stack, logicalId, definition, scope));
      } catch (error) {
        throw new Error(
          `${stack.name}: ${definition.Type} ${logicalId} could not be deployed: ${reason(error)}`,
          {
            cause: error,
          },
        );
      }
    }
    this.#readOutputs(stack, scope);
  }

  async #create(
    stack: StackArtifact,
    logicalId: string,
    definition: ResourceDefinition,
    scope: StackScope,
  ): Promise<CreatedResource> {
    const { Type: type } = definition;
    const family = this.#families.get(type);
    if (!family) return this.#ignore(type, logicalId);
    const created = await family.create({
      type,
      stackName: stack.name,
      logicalId,
      properties: resolve(definition.Properties ?? {}, scope) as JsonObject,
      existing: this.#ledger.find(stack.name, logicalId, type),
      assetPath: (objectKey) => stack.assetPath(objectKey),
    });
    this.#ledger.put(stack.name, logicalId, type, created);
    this.#resources.push({
      stackName: stack.name,
      logicalId,
      type,
      physicalId: created.ref,
      attributes: created.attributes,
    });
    return created;
  }

  #ignore(type: string, logicalId: string): CreatedResource {
    if (!ignoredTypes.has(type)) {
      throw new Error(`the resource type ${type} is neither emulated nor ignored on purpose`);
    }
    this.#ignored.add(type);
    const arn = ignoredArn(type, logicalId, this.#where.region, this.#where.account);
    return { ref: type === 'AWS::SNS::Topic' ? arn : logicalId, attributes: { Arn: arn, TopicArn: arn } };
  }

  #readOutputs(stack: StackArtifact, scope: StackScope): void {
    const outputs: Record<string, string> = {};
    for (const [key, output] of Object.entries(stack.template.Outputs ?? {})) {
      if (output.Condition && !scope.condition(output.Condition)) continue;
      const value = resolve(output.Value, scope);
      outputs[key] = String(value);
      if (output.Export) this.#exports.set(String(resolve(output.Export.Name, scope)), value);
    }
    this.#outputs[stack.name] = outputs;
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
