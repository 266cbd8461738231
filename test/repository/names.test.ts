import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeFolders, repositoryFiles, sourceFiles } from './source-files.ts';

const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.test|\.d)?\.ts$/;
const saysNothing = ['utils', 'util', 'helpers', 'helper', 'common', 'types', 'index', 'misc', 'shared'];

describe('file names', () => {
  const files = sourceFiles(...codeFolders, 'test');

  it('are in kebab-case', () => {
    expect(files.filter((file) => !kebabCase.test(basename(file)))).toEqual([]);
  });

  it('name the one thing inside', () => {
    const stem = (file: string) => basename(file).split('.')[0] ?? '';
    expect(files.filter((file) => saysNothing.includes(stem(file)))).toEqual([]);
  });

  it('stand in the folders that the design names', () => {
    const folders = new Set(
      repositoryFiles()
        .filter((path) => path.includes('/'))
        .map((path) => path.split('/')[0]),
    );
    expect([...folders].sort()).toEqual([
      '.ci',
      'adapters',
      'bin',
      'cli',
      'data',
      'docs',
      'domain',
      'lambdas',
      'lib',
      'local',
      'statemachines',
      'test',
    ]);
  });
});
