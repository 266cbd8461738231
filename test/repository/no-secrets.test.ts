import { describe, expect, it } from 'vitest';
import { repositoryFiles, textOf } from './source-files.ts';

const texts = repositoryFiles().filter((path) => !/\.(?:gz|png)$/.test(path));

const secrets: Readonly<Record<string, RegExp>> = {
  // Five characters of the id are enough to tell; the documented example ends in EXAMPLE.
  'AWS access key': /\bA(?:KIA|SIA)(?!IOSFODNN7EXAMPLE)[A-Z0-9]{16}\b/,
  'private key': /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/,
  'GitHub token': /\bgh[pousr]_[A-Za-z0-9]{36,}\b/,
  'npm token': /\bnpm_[A-Za-z0-9]{36}\b/,
  'npm credential': /^\s*\/\/[^\s]+:_(?:authToken|password|auth)\s*=/m,
};

describe('what is committed', () => {
  it.each(Object.entries(secrets))('holds no %s', (_name, form) => {
    expect(texts.filter((path) => form.test(textOf(path)))).toEqual([]);
  });

  it('does not tie the lock file to one registry', () => {
    expect(textOf('package-lock.json')).not.toMatch(/"resolved":/);
    expect(textOf('.npmrc')).not.toMatch(/^\s*(?:@[^:]+:)?registry\s*=/m);
  });

  it('leaves out what is made: packages, bundles, storage, reports', () => {
    const kept = textOf('.gitignore').split('\n');
    expect(kept).toEqual(expect.arrayContaining(['node_modules/', 'cdk.out/', '.local/', 'out/']));
  });
});
