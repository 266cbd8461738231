import { z } from 'zod';
import type { CreatedResource } from './stack-scope.ts';
import type { JsonObject } from './template.ts';

/** One resource about to be created, its functions resolved. */
export interface ResourceRequest<Properties> {
  readonly type: string;
  readonly stackName: string;
  readonly logicalId: string;
  readonly properties: Properties;
  /** What an earlier deployment on the same storage made of this logical id. */
  readonly existing: CreatedResource | undefined;
  readonly assetPath: (objectKey: string) => string;
}

/** How one resource type is checked and created. */
export interface ResourceFamily {
  readonly type: string;
  readonly create: (request: ResourceRequest<JsonObject>) => Promise<CreatedResource> | CreatedResource;
}

interface FamilyDefinition<Schema extends z.ZodType> {
  readonly type: string;
  /** Strict: a property that is not named here is refused, at any depth. */
  readonly properties: Schema;
  /** Top-level properties without a meaning here, each left out on purpose. */
  readonly ignored: readonly string[];
  readonly create: (request: ResourceRequest<z.infer<Schema>>) => Promise<CreatedResource> | CreatedResource;
}

/** A family whose properties are checked before anything is created. */
export function resourceFamily<Schema extends z.ZodType>(
  definition: FamilyDefinition<Schema>,
): ResourceFamily {
  const { type, properties: schema, ignored, create } = definition;
  return {
    type,
    create(request) {
      const relevant = Object.fromEntries(
        Object.entries(request.properties).filter(([name]) => !ignored.includes(name)),
      );
      const parsed = schema.safeParse(relevant);
      if (!parsed.success) {
        throw new Error(
          `${type} ${request.logicalId}: the embedded AWS does not know these properties: ${describe(parsed.error)}`,
        );
      }
      return create({ ...request, properties: parsed.data });
    },
  };
}

function describe(error: z.ZodError): string {
  return error.issues
    .map((issue) => [issue.path.join('.'), issue.message].filter(Boolean).join(': '))
    .join('; ');
}

/** `Tags` as most types have them. */
export const Tags = z.array(z.strictObject({ Key: z.string(), Value: z.string() })).default([]);

/** The meter books a resource's calls to the flow of this tag. */
export const flowTag = 'iaas-kyc:flow';

export function flowOf(tags: z.infer<typeof Tags>): string {
  return tags.find((tag) => tag.Key === flowTag)?.Value ?? 'platform';
}
