import { expect, test } from 'vitest';
import { parsePolicy } from '../../../local/iam/policy-document.ts';

const statement = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };

test('one statement, one action and one value are read as lists of one', () => {
  const parsed = parsePolicy(
    { Statement: { ...statement, Condition: { Bool: { 'aws:SecureTransport': false } } } },
    'p',
  );
  expect(parsed).toMatchObject({
    name: 'p',
    statements: [{ Action: ['s3:GetObject'], Condition: { Bool: { 'aws:SecureTransport': ['false'] } } }],
  });
});

test('the name of a policy is its Id', () => {
  expect(parsePolicy({ Id: 'ScreenPolicy', Statement: [] }, 'policy 0').name).toBe('ScreenPolicy');
});

test.each([
  [
    'an unknown condition operator',
    { ...statement, Condition: { DateLessThan: { 'aws:CurrentTime': 'x' } } },
    'DateLessThan',
  ],
  ['NotPrincipal', { ...statement, NotPrincipal: { AWS: '*' } }, 'NotPrincipal'],
  ['a kind of principal that is not judged', { ...statement, Principal: { Federated: 'x' } }, 'Principal'],
  ['a policy variable', { ...statement, Resource: 'arn:aws:s3:::b/${aws:username}' }, 'policy variables'],
  ['an intrinsic that was not resolved', { ...statement, Resource: { Ref: 'Bucket' } }, 'Resource'],
  ['both Action and NotAction', { ...statement, NotAction: 's3:*' }, 'either Action or NotAction'],
  ['an effect other than Allow and Deny', { ...statement, Effect: 'allow' }, 'Effect'],
])('%s is refused by name and never passed over', (_case, faulty, named) => {
  expect(() => parsePolicy({ Statement: [faulty] }, 'ScreenPolicy')).toThrow(
    expect.objectContaining({
      name: 'UnsupportedPolicyError',
      message: expect.stringMatching(new RegExp(`ScreenPolicy[\\s\\S]*${named}`)) as string,
    }) as Error,
  );
});
