import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Account } from './stack-scope.ts';
import type { Template } from './template.ts';

/** One synthesised stack. */
export interface StackArtifact {
  readonly name: string;
  readonly template: Template;
  /** Where it is for, unless the app left that open. */
  readonly environment: Partial<Account>;
  /** Where the file or directory of an asset lies, by its key in the staging bucket (`<hash>.zip`). */
  readonly assetPath: (objectKey: string) => string;
}

const Manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({
      type: z.string(),
      environment: z.string().default(''),
      dependencies: z.array(z.string()).default([]),
      properties: z
        .looseObject({ templateFile: z.string().optional(), stackName: z.string().optional() })
        .default({}),
    }),
  ),
});
const Assets = z.object({
  files: z.record(z.string(), z.object({ source: z.object({ path: z.string() }) })).default({}),
});
type Artifacts = z.infer<typeof Manifest>['artifacts'];

/**
 * Reads a `cdk.out` directory.
 * @returns its stacks, each after the stacks it depends on
 * @throws Error naming the file when the directory is not a cloud assembly
 */
export function readAssembly(directory: string): StackArtifact[] {
  const path = join(directory, 'manifest.json');
  if (!existsSync(path)) throw new Error(`${path}: no such file; synthesise the app first (npm run synth)`);
  const { artifacts } = Manifest.parse(readJson(path));
  return inDependencyOrder(artifacts).map((id) => readStack(directory, id, artifacts));
}

function inDependencyOrder(artifacts: Artifacts): string[] {
  const order = new Set<string>();
  const visit = (id: string): void => {
    const artifact = artifacts[id];
    if (!artifact || order.has(id)) return;
    artifact.dependencies.forEach(visit);
    if (artifact.type === 'aws:cloudformation:stack') order.add(id);
  };
  Object.keys(artifacts).forEach(visit);
  return [...order];
}

function readStack(directory: string, id: string, artifacts: Artifacts): StackArtifact {
  const { stackName = id, templateFile = `${id}.template.json` } = artifacts[id]?.properties ?? {};
  const assetsPath = join(directory, `${id}.assets.json`);
  const { files } = Assets.parse(existsSync(assetsPath) ? readJson(assetsPath) : {});
  return {
    name: stackName,
    environment: readEnvironment(artifacts[id]?.environment ?? ''),
    template: readJson(join(directory, templateFile)) as Template,
    assetPath: (objectKey) => {
      const asset = files[objectKey.split('.')[0] ?? ''];
      if (!asset) throw new Error(`${assetsPath}: no asset with the key ${objectKey}`);
      return join(directory, asset.source.path);
    },
  };
}

/** `aws://111122223333/eu-west-1`, or `aws://unknown-account/unknown-region`. */
function readEnvironment(environment: string): Partial<Account> {
  const [, account = '', region = ''] = /^aws:\/\/([^/]+)\/([^/]+)$/.exec(environment) ?? [];
  return {
    ...(/^\d{12}$/.test(account) ? { account } : {}),
    ...(region === '' || region.startsWith('unknown') ? {} : { region }),
  };
}

/** Account and region of the whole assembly. @throws Error when its stacks disagree */
export function placeOf(stacks: readonly StackArtifact[]): Account {
  const pick = (name: keyof Account, fallback: string): string => {
    const found = new Set(
      stacks.map(({ environment }) => environment[name]).filter((value) => value !== undefined),
    );
    if (found.size > 1) throw new Error(`the stacks are for more than one ${name}: ${[...found].join(', ')}`);
    return [...found][0] ?? fallback;
  };
  return { region: pick('region', 'us-east-1'), account: pick('account', '000000000000') };
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
