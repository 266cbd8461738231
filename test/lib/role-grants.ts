import { z } from 'zod';
import type { DeployedApp } from './deployed-app.ts';

export interface RoleGrant {
  readonly action: string;
  /** A resource's name, or `*`. */
  readonly resource: string;
}

const oneOrMore = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const Policy = z.object({
  Roles: z.array(z.string()),
  PolicyDocument: z.object({
    Statement: z.array(
      // Strict: a Deny, a Condition or a NotAction would have to be read here before anybody relies on the table.
      z.strictObject({ Effect: z.literal('Allow'), Action: oneOrMore, Resource: oneOrMore }),
    ),
  }),
});

/** Everything a role may do, by all policies attached to it. @throws Error when it has policies of other kinds */
export function grantsOfRole(app: DeployedApp, roleName: string): RoleGrant[] {
  const { properties } = app.find('AWS::IAM::Role', roleName);
  if (properties.Policies || properties.ManagedPolicyArns) {
    throw new Error(`the role ${roleName} has inline or managed policies, which the table does not show`);
  }
  return app
    .ofType('AWS::IAM::Policy')
    .map((policy) => Policy.parse(policy.properties))
    .filter(({ Roles }) => Roles.includes(roleName))
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement)
    .flatMap(({ Action, Resource }) =>
      Action.flatMap((action) => Resource.map((resource) => ({ action, resource }))),
    );
}

/** Resource → actions in one line, such as `dynamodb: GetItem PutItem`. */
export function grantTable(grants: readonly RoleGrant[]): Record<string, string> {
  const table: Record<string, string> = {};
  for (const resource of [...new Set(grants.map((grant) => grant.resource))].sort()) {
    const actions = new Set(
      grants.filter((grant) => grant.resource === resource).map(({ action }) => action),
    );
    const services = [...new Set([...actions].map((action) => action.split(':')[0] ?? ''))].sort();
    table[resource] = services.map((service) => `${service}: ${actionsOf(service, actions)}`).join('; ');
  }
  return table;
}

function actionsOf(service: string, actions: ReadonlySet<string>): string {
  const own = [...actions].filter((action) => action.startsWith(`${service}:`));
  return own
    .map((action) => action.slice(service.length + 1))
    .sort()
    .join(' ');
}
