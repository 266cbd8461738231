import { describe, expect, it } from 'vitest';
import { DeployedApp } from '../deployed-app.ts';

const secrets = new DeployedApp().ofType('AWS::SecretsManager::Secret');

describe('the secrets', () => {
  it('are one for what comes in and one for what goes out', () => {
    expect(secrets.map(({ name }) => name)).toEqual(['SecretsInbound', 'SecretsOutbound']);
  });

  it.each(secrets)('$name is made at deployment and never stands in a template', ({ properties }) => {
    expect(properties).not.toHaveProperty('SecretString');
    expect(properties).toMatchObject({
      GenerateSecretString: { GenerateStringKey: 'current', PasswordLength: 44, ExcludePunctuation: true },
    });
  });

  it.each(secrets)('$name is not lost with its stack', (secret) => {
    expect(secret).toMatchObject({ deletionPolicy: 'Retain', updateReplacePolicy: 'Retain' });
  });
});
