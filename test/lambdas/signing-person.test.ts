import { describe, expect, it } from 'vitest';
import { signingPerson } from '../../lambdas/review-cases/signing-person.ts';

const account = '000000000000';
const user = (name: string) => `arn:aws:iam::${account}:user/${name}`;
const session = (role: string, name: string) => `arn:aws:sts::${account}:assumed-role/${role}/${name}`;
const identityCenter = 'AWSReservedSSO_Reviewer_0123456789abcdef';

describe('who acts by a signature', () => {
  it('is the IAM user, by name, whatever path the user is kept under', () => {
    expect(signingPerson(user('alice'))).toBe('alice');
    expect(signingPerson(user('compliance/reviewers/alice'))).toBe('alice');
    expect(signingPerson('arn:aws-us-gov:iam::000000000000:user/alice')).toBe('alice');
  });

  it('is the session that IAM Identity Center named', () => {
    expect(signingPerson(session(identityCenter, 'alice'))).toBe('alice');
  });

  it.each([
    ['a role whose session name anybody may choose', session('Reviewer', 'alice')],
    ['a role that only mentions the reserved prefix', session('My_AWSReservedSSO_Reviewer', 'alice')],
    ['the root of the account', `arn:aws:iam::${account}:root`],
    ['a federated user', `arn:aws:sts::${account}:federated-user/alice`],
    ['a service', 'apigateway.amazonaws.com'],
    ['nobody', ''],
  ])('is nobody for %s', (_name, arn) => {
    expect(signingPerson(arn)).toBeNull();
  });

  it('keeps an e-mail address out of what is recorded, and tells such names apart', () => {
    const names = ['a@b', 'a-b', 'a+b', 'a=b', 'a,b', 'A@b'];
    const ids = names.map((name) => signingPerson(session(identityCenter, name)));
    expect(new Set(ids).size).toBe(names.length);
    expect(ids[0]).toMatch(/^person\.[0-9a-f]{20}$/);
    expect(ids[1]).toBe('a-b');
  });
});
