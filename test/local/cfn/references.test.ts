import { expect, it } from 'vitest';
import { inCreationOrder } from '../../../local/cfn/references.ts';
import type { ResourceDefinition } from '../../../local/cfn/template.ts';

const resource = (Properties: object, DependsOn?: string | string[]): ResourceDefinition => ({
  Type: 'Test::Resource',
  Properties: { ...Properties },
  ...(DependsOn === undefined ? {} : { DependsOn }),
});

it('creates a resource after everything it mentions or depends on', () => {
  const order = inCreationOrder({
    Resources: {
      Function: resource(
        { Environment: [{ 'Fn::Sub': 'x-${Table.Arn}' }], Role: { 'Fn::GetAtt': 'Role.Arn' } },
        'Policy',
      ),
      Policy: resource({ Roles: [{ Ref: 'Role' }] }),
      Role: resource({}),
      Table: resource({ Region: { Ref: 'AWS::Region' } }),
    },
  });
  expect(order).toEqual(['Role', 'Policy', 'Table', 'Function']);
});

it('refuses a circle and names it', () => {
  const Resources = {
    A: resource({ x: { Ref: 'B' } }),
    B: resource({}, ['C']),
    C: resource({ y: { Ref: 'A' } }),
  };
  expect(() => inCreationOrder({ Resources })).toThrow('A -> B -> C -> A');
});
