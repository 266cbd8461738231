import type {} from '../support/synthesise.ts';
import { inject } from 'vitest';
import { readAssembly, type StackArtifact } from '../../local/cfn/assembly.ts';
import { isMap, NameResolver, nameOf } from './readable-names.ts';

export interface DeployedResource {
  readonly stack: 'Data' | 'Service';
  /** The logical id without the hash that CDK puts behind it, such as `TablesInbox`. */
  readonly name: string;
  readonly type: string;
  /** References stand as the names of what they refer to. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly deletionPolicy: string | undefined;
  readonly updateReplacePolicy: string | undefined;
}

/** What the synthesised templates deploy, in names a reviewer can read. */
export class DeployedApp {
  readonly resources: readonly DeployedResource[];
  /** Names of the stacks' outputs. */
  readonly outputs: readonly string[];

  constructor(directory: string = inject('assembly')) {
    const stacks = readAssembly(directory);
    const names = new NameResolver(stacks.map(({ template }) => template));
    this.outputs = stacks.flatMap(({ template }) => Object.keys(template.Outputs ?? {}));
    this.resources = stacks.flatMap((stack) => resourcesOf(stack, names));
  }

  ofType(type: string): readonly DeployedResource[] {
    return this.resources.filter((resource) => resource.type === type);
  }

  /** @throws Error listing what there is */
  find(type: string, name: string): DeployedResource {
    const candidates = this.ofType(type);
    const found = candidates.find((resource) => resource.name === name);
    if (found) return found;
    const known = candidates.map((each) => each.name).join(', ') || 'none';
    throw new Error(`no ${type} is called ${name}; there are: ${known}`);
  }
}

function resourcesOf({ name: stackName, template }: StackArtifact, names: NameResolver): DeployedResource[] {
  return Object.entries(template.Resources).map(([logicalId, resource]) => {
    const {
      Type: type,
      Properties,
      DeletionPolicy,
      UpdateReplacePolicy,
    } = resource as typeof resource & {
      readonly DeletionPolicy?: string;
      readonly UpdateReplacePolicy?: string;
    };
    const properties = names.resolve(Properties ?? {});
    return {
      stack: stackName.endsWith('-Data') ? 'Data' : 'Service',
      name: nameOf(logicalId),
      type,
      properties: isMap(properties) ? properties : {},
      deletionPolicy: DeletionPolicy,
      updateReplacePolicy: UpdateReplacePolicy,
    };
  });
}
