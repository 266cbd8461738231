import { z } from 'zod';
import type { PolicyDocument } from '../../iam/policy-document.ts';
import type { DeploymentContext } from '../deployment-context.ts';
import { physicalName } from '../physical-names.ts';
import { type ResourceFamily, resourceFamily } from '../resource-family.ts';
import { awsManagedPolicy } from './aws-managed-policies.ts';
import { PolicyInTemplate } from './policy-in-template.ts';

const NamedPolicy = z.strictObject({ PolicyName: z.string(), PolicyDocument: PolicyInTemplate });

/** Roles and the policies attached to them. */
export function iamFamilies({ account, roles }: DeploymentContext): ResourceFamily[] {
  const customerManaged = new Map<string, PolicyDocument>();

  const role = resourceFamily({
    type: 'AWS::IAM::Role',
    properties: z.strictObject({
      RoleName: z.string().optional(),
      AssumeRolePolicyDocument: PolicyInTemplate,
      Policies: z.array(NamedPolicy).default([]),
      ManagedPolicyArns: z.array(z.string()).default([]),
    }),
    ignored: ['Description', 'MaxSessionDuration', 'Path', 'Tags'],
    create({ type, logicalId, properties }) {
      const name = physicalName(type, logicalId, properties.RoleName);
      const arn = `arn:aws:iam::${account}:role/${name}`;
      const managed = properties.ManagedPolicyArns.map(
        (each) => customerManaged.get(each) ?? awsManagedPolicy(each),
      );
      const inline = properties.Policies.map((each) => named(each.PolicyName, each.PolicyDocument));
      roles.add(name, arn, properties.AssumeRolePolicyDocument, [...inline, ...managed]);
      return { ref: name, attributes: { Arn: arn, RoleId: `AROA${name}` } };
    },
  });

  const policy = resourceFamily({
    type: 'AWS::IAM::Policy',
    properties: z.strictObject({
      PolicyName: z.string(),
      PolicyDocument: PolicyInTemplate,
      Roles: z.array(z.string()).min(1),
    }),
    ignored: [],
    create({ logicalId, properties }) {
      const document = named(properties.PolicyName, properties.PolicyDocument);
      for (const roleName of properties.Roles) roles.attach(roleName, document);
      return { ref: logicalId, attributes: {} };
    },
  });

  const managedPolicy = resourceFamily({
    type: 'AWS::IAM::ManagedPolicy',
    properties: z.strictObject({
      ManagedPolicyName: z.string().optional(),
      PolicyDocument: PolicyInTemplate,
      Roles: z.array(z.string()).default([]),
    }),
    ignored: ['Description', 'Path'],
    create({ type, logicalId, properties }) {
      const name = physicalName(type, logicalId, properties.ManagedPolicyName);
      const arn = `arn:aws:iam::${account}:policy/${name}`;
      const document = named(name, properties.PolicyDocument);
      customerManaged.set(arn, document);
      for (const roleName of properties.Roles) roles.attach(roleName, document);
      return { ref: arn, attributes: { PolicyArn: arn } };
    },
  });

  return [role, policy, managedPolicy];
}

/** The access control names grants by the policy they stand in. */
function named(name: string, document: PolicyDocument): PolicyDocument {
  return { ...document, Id: name };
}
