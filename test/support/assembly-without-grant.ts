import { cpSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sharedAssembly } from './assembly.ts';

interface PolicyStatement {
  Action: string | string[];
}
interface Template {
  readonly Resources: Record<
    string,
    { readonly Type: string; readonly Properties?: { PolicyDocument?: { Statement: PolicyStatement[] } } }
  >;
}

/** A copy of the shared assembly in which no role whose policy is called so may do `action`. Bundles are linked. */
export function withoutGrant(policyName: RegExp, action: string): string {
  const [from, to] = [resolve(sharedAssembly()), mkdtempSync(join(tmpdir(), 'without-grant-'))];
  for (const name of readdirSync(from)) {
    if (name.startsWith('asset.')) symlinkSync(join(from, name), join(to, name));
    else cpSync(join(from, name), join(to, name), { recursive: true });
  }
  const templates = readdirSync(to).filter((name) => name.endsWith('.template.json'));
  const removed = templates.map((name) => removeGrant(join(to, name), policyName, action));
  if (removed.includes(true)) return to;
  throw new Error(`no policy called ${policyName.source} grants ${action}`);
}

function removeGrant(path: string, policyName: RegExp, action: string): boolean {
  const template = JSON.parse(readFileSync(path, 'utf8')) as Template;
  const statements = Object.entries(template.Resources)
    .filter(([id, { Type }]) => Type === 'AWS::IAM::Policy' && policyName.test(id))
    .flatMap(([, { Properties }]) => Properties?.PolicyDocument?.Statement ?? [])
    .filter(({ Action }) => [Action].flat().includes(action));
  // An empty list of actions is no policy; one that nothing needs takes its place.
  for (const statement of statements) {
    const left = [statement.Action].flat().filter((each) => each !== action);
    statement.Action = left.length > 0 ? left : ['sts:GetCallerIdentity'];
  }
  writeFileSync(path, JSON.stringify(template));
  return statements.length > 0;
}
