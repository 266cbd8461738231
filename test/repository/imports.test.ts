import { describe, expect, it } from 'vitest';
import { importLines, type ImportLine } from './import-lines.ts';
import { codeFolders, sourceFiles } from './source-files.ts';

type Allows = (line: ImportLine) => boolean;

const from =
  (...places: string[]): Allows =>
  ({ target }) =>
    places.some((place) => (place.endsWith('/') ? target.startsWith(place) : target === place));
const builtIns: Allows = ({ target }) => target.startsWith('node:');
const awsSdk: Allows = ({ target }) => target.startsWith('@aws-sdk/');
const anyOf =
  (...rules: Allows[]): Allows =>
  (line) =>
    rules.some((allows) => allows(line));

const onlyHashing: Allows = ({ target, names }) =>
  target === 'node:crypto' && names.every((name) => name === 'createHash' || name === 'hash');

/** What reads the forms that lists come in and the scripts that names are written in; each in its folder alone. */
const domainPackages: readonly (readonly [folder: string, packages: readonly string[]])[] = [
  ['domain/lists/', ['csv-parse', 'fflate']],
  ['domain/lists/xml/', ['sax']],
  ['domain/screening/names/', ['any-ascii']],
];
const readsLists: Allows = ({ file, target }) =>
  domainPackages.some(([folder, packages]) => file.startsWith(folder) && packages.includes(target));

/** The parts of a handler's runtime that powertools and middy do not bring: types, and the schemas of its edges. */
const lambdaPackages: Allows = ({ target }) =>
  target.startsWith('@middy/') ||
  target.startsWith('@aws-lambda-powertools/') ||
  ['zod', 'aws-lambda'].includes(target);
const shippedPolicies: Allows = ({ file, target }) =>
  file === 'lambdas/runtime/policies.ts' && /^data\/policies\/[a-z0-9-]+\.json$/.test(target);
const shippedWordCounts: Allows = ({ file, target }) =>
  file === 'adapters/screening/shipped-word-counts.ts' && target === 'data/screening/word-counts.json';
const lambdaConfig: Allows = ({ target }) => /^lambdas\/[a-z-]+\/config\.ts$/.test(target);
const bundler: Allows = ({ file, target }) => file === 'lib/functions/bundles.ts' && target === 'esbuild';

/** Who may import what; the first folder that a file lies in counts. */
const table: readonly (readonly [folder: string, allows: Allows])[] = [
  ['domain/audit-verifier/', anyOf(from('domain/audit-verifier/'), builtIns)],
  ['domain/', anyOf(from('domain/', 'zod'), onlyHashing, readsLists)],
  ['adapters/', anyOf(from('adapters/', 'domain/', 'zod'), awsSdk, builtIns, shippedWordCounts)],
  [
    'lambdas/',
    anyOf(from('lambdas/', 'domain/', 'adapters/'), lambdaPackages, awsSdk, builtIns, shippedPolicies),
  ],
  [
    'lib/',
    anyOf(
      from('lib/', 'domain/', 'aws-cdk-lib', 'constructs', 'cdk-nag', 'zod'),
      lambdaConfig,
      builtIns,
      bundler,
    ),
  ],
  ['bin/', from('lib/', 'aws-cdk-lib')],
  [
    'cli/',
    anyOf(
      from('cli/', 'domain/', 'adapters/', 'local/', 'zod', 'commander', '@smithy/signature-v4'),
      awsSdk,
      builtIns,
    ),
  ],
  ['local/', () => true],
];

const lines = sourceFiles(...codeFolders).flatMap(importLines);

function offences(rule: (line: ImportLine) => boolean): string[] {
  return lines.filter((line) => !rule(line)).map(({ file, target }) => `${file} imports ${target}`);
}

describe('who may import what', () => {
  it('finds the imports at all', () => {
    expect(lines.length).toBeGreaterThan(500);
  });

  it('lets every folder import only what the table of layers allows', () => {
    const allowed = (line: ImportLine) => {
      const row = table.find(([folder]) => line.file.startsWith(folder));
      return row?.[1](line) ?? false;
    };
    expect(offences(allowed)).toEqual([]);
  });

  it('keeps the embedded AWS out of everything that is deployed', () => {
    const outside = ['cli/', 'local/'];
    expect(
      offences(
        ({ file, target }) =>
          !target.startsWith('local/') || outside.some((folder) => file.startsWith(folder)),
      ),
    ).toEqual([]);
  });

  it('keeps the verifier of the audit log apart from the code that writes it', () => {
    const verifier = lines.filter(({ file }) => file.startsWith('domain/audit-verifier/'));
    expect(verifier.length).toBeGreaterThan(10);
    expect(verifier.filter(({ target }) => target.startsWith('domain/audit/'))).toEqual([]);
  });

  it('keeps code out of the folder of reference data', () => {
    expect(sourceFiles('data')).toEqual([]);
  });

  it('lets no test file be imported by code that ships', () => {
    expect(offences(({ target }) => !target.startsWith('test/'))).toEqual([]);
  });
});
