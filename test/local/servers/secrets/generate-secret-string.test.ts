import { expect, test } from 'vitest';
import { generateSecretString } from '../../../../local/servers/secrets/generate-secret-string.ts';

test('a password has 32 characters and one of each type unless told otherwise', () => {
  for (let round = 0; round < 50; round++) {
    const password = generateSecretString({});
    expect(password).toHaveLength(32);
    for (const type of [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/]) expect(password).toMatch(type);
  }
});

test('excluded types and characters do not occur', () => {
  const password = generateSecretString({
    PasswordLength: 500,
    ExcludePunctuation: true,
    ExcludeUppercase: true,
    ExcludeCharacters: 'abc0',
  });
  expect(password).toMatch(/^[d-z1-9]{500}$/);
});

test('a template gains the password under its key and keeps its members', () => {
  const secret: unknown = JSON.parse(
    generateSecretString({
      SecretStringTemplate: '{"user":"kyc"}',
      GenerateStringKey: 'password',
      PasswordLength: 8,
    }),
  );
  expect(secret).toEqual({ user: 'kyc', password: expect.stringMatching(/^.{8}$/) as string });
});

test('a template without a key, or one that is not an object, is refused', () => {
  expect(() => generateSecretString({ SecretStringTemplate: '{}' })).toThrow('GenerateStringKey');
  expect(() => generateSecretString({ SecretStringTemplate: '[]', GenerateStringKey: 'k' })).toThrow(
    'JSON object',
  );
});

test('exclusions that leave nothing are refused', () => {
  const nothing = {
    ExcludeLowercase: true,
    ExcludeUppercase: true,
    ExcludeNumbers: true,
    ExcludePunctuation: true,
  };
  expect(() => generateSecretString(nothing)).toThrow('no character');
});
