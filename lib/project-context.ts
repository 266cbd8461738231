import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Project = z.object({ context: z.record(z.string(), z.unknown()) });

/**
 * The context of `cdk.json`. The CDK command line passes it on by itself; a synthesis without it, as the embedded AWS
 * does, reads it here, so that both make the same template.
 */
export function projectContext(): Record<string, unknown> {
  const file = new URL('../cdk.json', import.meta.url);
  return Project.parse(JSON.parse(readFileSync(file, 'utf8'))).context;
}
