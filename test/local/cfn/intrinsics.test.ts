import { describe, expect, it } from 'vitest';
import { resolve } from '../../../local/cfn/intrinsics.ts';
import { StackScope } from '../../../local/cfn/stack-scope.ts';
import type { Template } from '../../../local/cfn/template.ts';

const template: Template = {
  Resources: { Table: { Type: 'AWS::DynamoDB::Table' } },
  Parameters: { Stage: { Type: 'String', Default: 'dev' }, Secret: { Type: 'String' } },
  Conditions: {
    IsProduction: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
    IsSmall: { 'Fn::Not': [{ Condition: 'IsProduction' }] },
    Both: { 'Fn::And': [{ Condition: 'IsProduction' }, { Condition: 'IsSmall' }] },
    Either: { 'Fn::Or': [{ Condition: 'IsProduction' }, { Condition: 'IsSmall' }] },
  },
  Mappings: { Sizes: { dev: { memory: 256 } } },
};
const scope = new StackScope(
  'Kyc',
  template,
  { region: 'us-east-1', account: '000000000000' },
  new Map([['Table', { ref: 'accounts', attributes: { Arn: 'arn:table' } }]]),
  new Map([['Shared:Key', 'key-1']]),
);
const value = (given: unknown) => resolve(given, scope);

describe('the functions of a template', () => {
  it.each([
    ['Ref to a resource', { Ref: 'Table' }, 'accounts'],
    ['Ref to a parameter', { Ref: 'Stage' }, 'dev'],
    ['Ref to a pseudo parameter', { Ref: 'AWS::AccountId' }, '000000000000'],
    ['GetAtt as a list', { 'Fn::GetAtt': ['Table', 'Arn'] }, 'arn:table'],
    ['GetAtt as text', { 'Fn::GetAtt': 'Table.Arn' }, 'arn:table'],
    ['Join', { 'Fn::Join': ['/', [{ Ref: 'Table' }, 'x']] }, 'accounts/x'],
    [
      'Split and Select',
      { 'Fn::Select': ['1', { 'Fn::Split': [':', { 'Fn::GetAtt': 'Table.Arn' }] }] },
      'table',
    ],
    ['Sub', { 'Fn::Sub': '${AWS::Region}-${Table.Arn}-${!Literal}' }, 'us-east-1-arn:table-${Literal}'],
    ['Sub with variables', { 'Fn::Sub': ['${A}/${Table}', { A: { Ref: 'Stage' } }] }, 'dev/accounts'],
    ['If', { 'Fn::If': ['IsProduction', 1, { Ref: 'Stage' }] }, 'dev'],
    ['And', { 'Fn::If': ['Both', 'yes', 'no'] }, 'no'],
    ['Or', { 'Fn::If': ['Either', 'yes', 'no'] }, 'yes'],
    ['FindInMap', { 'Fn::FindInMap': ['Sizes', { Ref: 'Stage' }, 'memory'] }, 256],
    ['ImportValue', { 'Fn::ImportValue': 'Shared:Key' }, 'key-1'],
  ])('resolves %s', (_, given, expected) => {
    expect(value(given)).toEqual(expected);
  });

  it('leaves out what comes to AWS::NoValue, in objects and lists', () => {
    const none = { Ref: 'AWS::NoValue' };
    expect(value({ a: none, b: [1, none], c: { 'Fn::If': ['IsProduction', 1, none] } })).toEqual({ b: [1] });
  });

  it('takes the Condition of a policy statement for what it is', () => {
    const statement = { Condition: { StringEquals: { 'aws:PrincipalAccount': { Ref: 'AWS::AccountId' } } } };
    expect(value(statement)).toEqual({
      Condition: { StringEquals: { 'aws:PrincipalAccount': '000000000000' } },
    });
  });

  it.each([
    [{ Ref: 'Nothing' }, 'no parameter or resource is called Nothing'],
    [{ Ref: 'Secret' }, 'the parameter Secret has no default'],
    [{ 'Fn::GetAtt': ['Table', 'StreamArn'] }, 'the attribute StreamArn of AWS::DynamoDB::Table Table'],
    [{ 'Fn::ImportValue': 'Shared:Other' }, 'no earlier stack exports Shared:Other'],
    [{ 'Fn::Cidr': ['10.0.0.0/16', 2, 8] }, 'Fn::Cidr is not emulated'],
    [{ 'Fn::FindInMap': ['Sizes', 'prod', 'memory'] }, 'the mapping Sizes has no prod.memory'],
    [{ 'Fn::Select': [4, ['a']] }, 'Fn::Select: no value at index 4'],
  ])('refuses %j and says why', (given, reason) => {
    expect(() => value(given)).toThrow(reason);
  });
});
