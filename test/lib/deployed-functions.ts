import { readdirSync } from 'node:fs';
import { z } from 'zod';
import type { DeployedApp, DeployedResource } from './deployed-app.ts';

const Properties = z.looseObject({
  Description: z.string(),
  Role: z.string(),
  LoggingConfig: z.object({ LogGroup: z.string() }),
  Environment: z.object({ Variables: z.record(z.string(), z.string()) }),
});

export interface DeployedFunction {
  /** Its folder under `lambdas/`. */
  readonly folder: string;
  readonly resource: DeployedResource;
  readonly role: string;
  readonly logGroup: string;
  readonly environment: Readonly<Record<string, string>>;
}

export function functionsOf(app: DeployedApp): DeployedFunction[] {
  return app.ofType('AWS::Lambda::Function').map((resource) => {
    const { Description, Role, LoggingConfig, Environment } = Properties.parse(resource.properties);
    return {
      folder: Description.replace('iaas-kyc ', ''),
      resource,
      role: Role,
      logGroup: LoggingConfig.LogGroup,
      environment: Environment.Variables,
    };
  });
}

/** Every folder of `lambdas/` that holds a function. */
export const functionFolders: readonly string[] = readdirSync(new URL('../../lambdas', import.meta.url))
  .filter((folder) => folder !== 'runtime')
  .sort();
