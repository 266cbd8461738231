import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  CreateSecretCommand,
  DeleteSecretCommand,
  DescribeSecretCommand,
  GetRandomPasswordCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import type { Check } from './check.ts';

/** A check on a secret with the value `first`, removed afterwards. */
function onSecret(
  rule: string,
  run: (secrets: SecretsManagerClient, SecretId: string) => Promise<void>,
): Check {
  return {
    service: 'secrets',
    rule,
    async run({ secrets }) {
      const Name = `check/${randomUUID()}`;
      await secrets.send(new CreateSecretCommand({ Name, SecretString: 'first' }));
      try {
        await run(secrets, Name);
      } finally {
        await secrets.send(new DeleteSecretCommand({ SecretId: Name, ForceDeleteWithoutRecovery: true }));
      }
    },
  };
}

export const secretsChecks: readonly Check[] = [
  onSecret('a secret is read by its name and by its ARN', async (secrets, SecretId) => {
    const byName = await secrets.send(new GetSecretValueCommand({ SecretId }));
    const byArn = await secrets.send(new GetSecretValueCommand({ SecretId: byName.ARN }));
    assert.equal(byName.SecretString, 'first');
    assert.equal(byArn.SecretString, 'first');
    assert.match(byName.ARN ?? '', /-[A-Za-z0-9]{6}$/);
  }),
  onSecret('a new value becomes current and the old one previous', async (secrets, SecretId) => {
    await secrets.send(new PutSecretValueCommand({ SecretId, SecretString: 'second' }));
    const current = await secrets.send(new GetSecretValueCommand({ SecretId }));
    const previous = await secrets.send(new GetSecretValueCommand({ SecretId, VersionStage: 'AWSPREVIOUS' }));
    assert.equal(current.SecretString, 'second');
    assert.equal(previous.SecretString, 'first');
  }),
  onSecret('the same put twice makes one version', async (secrets, SecretId) => {
    const put = { SecretId, SecretString: 'second', ClientRequestToken: randomUUID() };
    await secrets.send(new PutSecretValueCommand(put));
    await secrets.send(new PutSecretValueCommand(put));
    const { VersionIdsToStages } = await secrets.send(new DescribeSecretCommand({ SecretId }));
    assert.equal(Object.keys(VersionIdsToStages ?? {}).length, 2);
  }),
  onSecret('a name is taken once', async (secrets, Name) => {
    await assert.rejects(secrets.send(new CreateSecretCommand({ Name, SecretString: 'other' })), {
      name: 'ResourceExistsException',
    });
  }),
  {
    service: 'secrets',
    rule: 'a secret that does not exist is not found',
    async run({ secrets }) {
      await assert.rejects(secrets.send(new GetSecretValueCommand({ SecretId: randomUUID() })), {
        name: 'ResourceNotFoundException',
      });
    },
  },
  {
    service: 'secrets',
    rule: 'a random password leaves out what is excluded',
    async run({ secrets }) {
      const { RandomPassword } = await secrets.send(
        new GetRandomPasswordCommand({ PasswordLength: 40, ExcludePunctuation: true, ExcludeNumbers: true }),
      );
      assert.match(RandomPassword ?? '', /^[A-Za-z]{40}$/);
    },
  },
];
