import { splitOnce, substitutionPattern } from './intrinsics.ts';
import type { ResourceDefinition, Template } from './template.ts';

/** Logical ids and parameter names that a value mentions through Ref, GetAtt or Sub. */
function* mentioned(value: unknown): Generator<string> {
  if (Array.isArray(value)) {
    for (const member of value) yield* mentioned(member);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value) as [string, unknown][]) {
    if (name === 'Ref' && typeof member === 'string') yield member;
    else if (name === 'Fn::GetAtt') yield attributeOwner(member);
    else if (name === 'Fn::Sub') yield* substituted(member);
    yield* mentioned(member);
  }
}

function attributeOwner(argument: unknown): string {
  return Array.isArray(argument) ? String(argument[0]) : splitOnce(String(argument))[0];
}

function* substituted(argument: unknown): Generator<string> {
  const [template] = (Array.isArray(argument) ? argument : [argument]) as [unknown];
  for (const [, name = ''] of String(template).matchAll(substitutionPattern)) yield splitOnce(name)[0];
}

/**
 * The template's logical ids, each after those it refers to or depends on.
 * @throws Error naming the circle, as CloudFormation refuses it
 */
export function inCreationOrder(template: Template): string[] {
  const order = new Set<string>();
  const visit = (id: string, path: readonly string[]): void => {
    const definition = template.Resources[id];
    if (!definition || order.has(id)) return;
    if (path.includes(id)) {
      throw new Error(
        `circular dependency between resources: ${[...path.slice(path.indexOf(id)), id].join(' -> ')}`,
      );
    }
    for (const needed of needs(definition)) visit(needed, [...path, id]);
    order.add(id);
  };
  for (const id of Object.keys(template.Resources)) visit(id, []);
  return [...order];
}

function needs(definition: ResourceDefinition): Set<string> {
  return new Set([...[definition.DependsOn ?? []].flat(), ...mentioned(definition.Properties)]);
}
