import { beforeEach, describe, expect, test } from 'vitest';
import { createAccessControl, type PolicyAccessControl } from '../../../local/iam/policy-access-control.ts';
import type { PolicyDocument, PolicyStatement } from '../../../local/iam/policy-document.ts';

const account = '000000000000';
const roleArn = `arn:aws:iam::${account}:role/screen`;
const table = `arn:aws:dynamodb:us-east-1:${account}:table/cases`;
const bucket = 'arn:aws:s3:::reports';
const queue = `arn:aws:sqs:us-east-1:${account}:inbox`;
let access: PolicyAccessControl;

beforeEach(() => {
  access = createAccessControl({ account, region: 'us-east-1' });
});

function give(...Statement: PolicyStatement[]): void {
  access.addPrincipal({ accessKeyId: 'screen', arn: roleArn, policies: [{ Id: 'p', Statement }] });
}

function ask(action: string, resource: string, context?: Record<string, string | string[]>, who = 'screen') {
  return () => {
    access.demand(who, action, resource, context);
  };
}

const mayRead: PolicyStatement = { Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: table };

describe('identity policies', () => {
  test('what nothing allows is denied in the words of AWS', () => {
    give(mayRead);
    expect(ask('dynamodb:PutItem', table)).toThrow(
      `User: ${roleArn} is not authorized to perform: dynamodb:PutItem on resource: ${table} ` +
        'because no identity-based policy allows the dynamodb:PutItem action',
    );
    expect(ask('dynamodb:PutItem', table)).toThrow(
      expect.objectContaining({ code: 'AccessDeniedException', status: 400 }) as Error,
    );
  });

  test('what a statement allows is allowed on that resource only', () => {
    give(mayRead);
    expect(ask('dynamodb:GetItem', table)).not.toThrow();
    expect(ask('dynamodb:GetItem', `${table}2`)).toThrow('not authorized');
  });

  test('a Deny wins over an Allow, wherever they stand', () => {
    give(mayRead, { Effect: 'Deny', Action: 'dynamodb:*', Resource: table });
    expect(ask('dynamodb:GetItem', table)).toThrow('with an explicit deny in an identity-based policy');
  });

  test.each([
    ['dynamodb:Get*', table, true],
    ['DYNAMODB:getitem', table, true],
    ['dynamodb:GetIte?', `${table.slice(0, -1)}?`, true],
    ['*', '*', true],
    ['dynamodb:GetItem', table.toUpperCase(), false],
    ['dynamodb:Get', table, false],
    ['dynamodb.GetItem', table, false],
  ])('an Allow of %s on %s covers dynamodb:GetItem on the table: %s', (Action, Resource, isCovered) => {
    give({ Effect: 'Allow', Action, Resource });
    const demand = ask('dynamodb:GetItem', table);
    if (isCovered) expect(demand).not.toThrow();
    else expect(demand).toThrow('not authorized');
  });

  test('NotAction and NotResource cover everything but what they name', () => {
    give({ Effect: 'Allow', NotAction: 'iam:*', NotResource: [`${bucket}/*`] });
    expect(ask('s3:ListBucket', bucket)).not.toThrow();
    expect(ask('iam:PassRole', roleArn)).toThrow('not authorized');
    expect(ask('s3:GetObject', `${bucket}/x`)).toThrow('not authorized');
  });
});

describe('conditions', () => {
  test('a key with several values must fit with each of them under ForAllValues', () => {
    const Condition = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['CASE#*'] } };
    give({ ...mayRead, Condition });
    expect(ask('dynamodb:GetItem', table, { 'dynamodb:LeadingKeys': ['CASE#1', 'CASE#2'] })).not.toThrow();
    expect(ask('dynamodb:GetItem', table, { 'dynamodb:LeadingKeys': ['CASE#1', 'AUDIT#1'] })).toThrow(
      'not authorized',
    );
  });

  test('every request carries the account, the caller and the Region, by names of any case', () => {
    const Condition = {
      StringEquals: { 'AWS:principalaccount': account, 'aws:RequestedRegion': 'us-east-1' },
      ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/scr*' },
    };
    give({ ...mayRead, Condition });
    expect(ask('dynamodb:GetItem', table)).not.toThrow();
  });

  test('all conditions of a statement must hold', () => {
    const Condition = {
      StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com', 'aws:SourceAccount': account },
    };
    give({ ...mayRead, Condition });
    const via = { 'kms:ViaService': 's3.us-east-1.amazonaws.com' };
    expect(ask('dynamodb:GetItem', table, { ...via, 'aws:SourceAccount': account })).not.toThrow();
    expect(ask('dynamodb:GetItem', table, via)).toThrow('not authorized');
  });
});

describe('who asks', () => {
  test('the operator may do everything and leaves no trace', () => {
    expect(ask('kms:ScheduleKeyDeletion', '*', {}, 'operator')).not.toThrow();
    expect(access.used()).toEqual([]);
  });

  test('an access key id that nobody has is not a principal without grants but an error of its own', () => {
    expect(ask('sqs:SendMessage', queue, {}, 'stranger')).toThrow(
      expect.objectContaining({ code: 'UnrecognizedClientException' }) as Error,
    );
  });
});

describe('resource policies', () => {
  test('a Deny on a bucket holds for its objects and against everybody', () => {
    give({ Effect: 'Allow', Action: 's3:*', Resource: '*' });
    access.addResourcePolicy(bucket, {
      Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:DeleteObject', Resource: `${bucket}/*` }],
    });
    expect(ask('s3:DeleteObject', `${bucket}/year/2026.json`)).toThrow(
      'with an explicit deny in a resource-based policy',
    );
    expect(ask('s3:PutObject', `${bucket}/year/2026.json`)).not.toThrow();
  });

  test('the usual Deny of calls without TLS does not hit calls over loopback', () => {
    give({ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: queue });
    access.addResourcePolicy(queue, {
      Statement: {
        Effect: 'Deny',
        Principal: '*',
        Action: 'sqs:*',
        Resource: queue,
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
    });
    expect(ask('sqs:SendMessage', queue)).not.toThrow();
  });

  test('an Allow that names a role is enough without a grant of its own', () => {
    give();
    access.addResourcePolicy(queue, {
      Statement: { Effect: 'Allow', Principal: { AWS: roleArn }, Action: 'sqs:SendMessage', Resource: queue },
    });
    expect(ask('sqs:SendMessage', queue)).not.toThrow();
  });

  test('a service may do what a resource allows it, under its conditions', () => {
    access.addResourcePolicy(queue, {
      Statement: {
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: queue,
        Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:events:us-east-1:000000000000:rule/nightly' } },
      },
    });
    const from = (rule: string) => ({ 'aws:SourceArn': `arn:aws:events:us-east-1:${account}:rule/${rule}` });
    const service = 'events.amazonaws.com';
    expect(ask('sqs:SendMessage', queue, from('nightly'), service)).not.toThrow();
    expect(ask('sqs:SendMessage', queue, from('other'), service)).toThrow('no resource-based policy');
    expect(ask('sqs:SendMessage', queue, from('nightly'), 'sns.amazonaws.com')).toThrow('not authorized');
  });

  test('an Allow of the account leaves it to the identity policies', () => {
    access.addResourcePolicy(queue, {
      Statement: {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${account}:root` },
        Action: 'sqs:*',
        Resource: queue,
      },
    });
    give();
    expect(ask('sqs:SendMessage', queue)).toThrow('not authorized');
  });
});

describe('key policies', () => {
  const key = `arn:aws:kms:us-east-1:${account}:key/k`;
  const toAccount: PolicyDocument = {
    Statement: {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${account}:root` },
      Action: 'kms:*',
      Resource: '*',
    },
  };
  const mayDecrypt: PolicyStatement = { Effect: 'Allow', Action: 'kms:Decrypt', Resource: key };

  test('a policy that names the account delegates to identity policies', () => {
    access.addResourcePolicy(key, toAccount);
    give(mayDecrypt);
    expect(ask('kms:Decrypt', key)).not.toThrow();
    expect(ask('kms:Encrypt', key)).toThrow('no identity-based policy');
  });

  test('a policy that does not name the account makes identity policies worthless', () => {
    access.addResourcePolicy(key, {
      Statement: {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${account}:role/other` },
        Action: 'kms:*',
        Resource: '*',
      },
    });
    give(mayDecrypt);
    expect(ask('kms:Decrypt', key)).toThrow('no resource-based policy allows the kms:Decrypt action');
  });

  test('a grant for one context does not serve another', () => {
    access.addResourcePolicy(key, toAccount);
    give({ ...mayDecrypt, Condition: { StringEquals: { 'kms:EncryptionContext:party': 'p-1' } } });
    expect(ask('kms:Decrypt', key, { 'kms:EncryptionContext:party': 'p-1' })).not.toThrow();
    expect(ask('kms:Decrypt', key, { 'kms:EncryptionContext:party': 'p-2' })).toThrow('not authorized');
    expect(ask('kms:Decrypt', key)).toThrow('not authorized');
  });
});

describe('grants', () => {
  test('each allowed call notes the statement and the patterns that let it through', () => {
    give(
      { Effect: 'Deny', Action: 's3:DeleteObject', Resource: '*' },
      {
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:Put*'],
        Resource: [bucket, `${bucket}/*`],
      },
    );
    ask('s3:PutObject', `${bucket}/a`)();
    ask('s3:PutObject', `${bucket}/b`)();
    expect(access.used()).toEqual([
      {
        principal: roleArn,
        policy: 'p',
        statement: 1,
        actionPattern: 's3:Put*',
        resourcePattern: `${bucket}/*`,
        action: 's3:PutObject',
        resource: `${bucket}/a`,
        times: 2,
      },
    ]);
  });

  test('a grant never used can be told from those that were', () => {
    give(mayRead, { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: `${bucket}/*` });
    ask('dynamodb:GetItem', table)();
    ask('s3:GetObject', `${bucket}/a`)();
    const key = (grant: { actionPattern: string; resourcePattern: string }) =>
      `${grant.actionPattern} on ${grant.resourcePattern}`;
    const used = new Set(access.used().map(key));
    expect(
      access
        .granted()
        .map(key)
        .filter((grant) => !used.has(grant)),
    ).toEqual([`s3:PutObject on ${bucket}/*`]);
  });

  test('a denied call is not a use', () => {
    give(mayRead, { Effect: 'Deny', Action: 'dynamodb:GetItem', Resource: '*' });
    expect(ask('dynamodb:GetItem', table)).toThrow();
    expect(access.used()).toEqual([]);
  });
});
