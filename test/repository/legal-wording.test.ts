import { describe, expect, it } from 'vitest';
import { repositoryFiles, textOf } from './source-files.ts';

/** What a customer, an analyst or an auditor may read. */
const pages = [
  'README.md',
  ...repositoryFiles('docs', 'data/policies', 'domain/reporting', 'cli', 'statemachines', 'data/demo'),
].filter((path) => /\.(?:md|ts|json)$/.test(path));

/** Ways of saying that the proposed rule is law. Each would be untrue. */
const forbidden: readonly RegExp[] = [
  /\b(?:final|finali[sz]ed|binding|enacted)\s+(?:IaaS|KYC|identification|know-your-customer)\s+rule\b/i,
  /\b(?:IaaS|KYC|identification|know-your-customer)\s+rule\s+(?:requires|obliges|mandates|demands|applies|is (?:law|in force|binding|final))\b/i,
  /\bproviders\s+(?:must|are required to|are obliged to)\s+(?:identify|verify|report|certify|file)\b/i,
  /\b(?:required|mandated|demanded)\s+by\s+(?:89 FR 5698|15 CFR 7\.3\d\d|the (?:IaaS|KYC|proposed) rule)\b/i,
  /\b(?:89 FR 5698|15 CFR 7\.3\d\d)\s+(?:requires|mandates|obliges|demands)\b/i,
  /\bcompl(?:y|ies|iance|iant) with (?:89 FR 5698|15 CFR 7\.3\d\d|the (?:IaaS|KYC|proposed) rule)\b/i,
  /\bas (?:the law|regulation) requires\b/i,
  /\bregulatory (?:requirement|obligation) to (?:identify|verify|certify)\b/i,
];

/** Words that say where the proposal stands; one of them stands near each mention of it. */
const honest = /propos|never (?:made )?final|not in force|not law|withdrawn|dormant|binds nobody/i;
const mention = /89 FR 5698/g;
const nearby = 400;

describe('what is written about the law', () => {
  it.each(forbidden.map((form) => [form.source, form]))('nowhere says: %s', (_source, form) => {
    expect(pages.filter((path) => form.test(textOf(path)))).toEqual([]);
  });

  it('says near each mention of the proposal that it is one', () => {
    const bare = pages.flatMap((path) => {
      const text = textOf(path);
      return [...text.matchAll(mention)]
        .filter(({ index }) => !honest.test(text.slice(Math.max(0, index - nearby), index + nearby)))
        .map(({ index }) => `${path}, character ${index}`);
    });
    expect(bare).toEqual([]);
  });

  it('finds what it looks for', () => {
    const mentions = pages.filter((path) => textOf(path).match(mention));
    expect(mentions).toEqual(expect.arrayContaining(['README.md', 'domain/reporting/legal-notice.ts']));
    const lie = 'Under the IaaS rule requires providers must identify; required by 89 FR 5698';
    expect(forbidden.filter((form) => form.test(lie)).length).toBeGreaterThan(2);
  });

  it('gives each policy pack its status and the day somebody looked', () => {
    const packs = repositoryFiles('data/policies').filter((path) => path.endsWith('.json'));
    const readme = textOf('README.md');
    expect(readme).toContain('As found on 23 November 2026');
    for (const path of packs) {
      const { id, status, dormant } = JSON.parse(textOf(path)) as Record<string, string | boolean>;
      const row = readme.split('\n').find((line) => line.startsWith(`| \`${String(id)}\` |`)) ?? '';
      const words = {
        proposed: 'proposed, dormant',
        inForce: 'in force',
        uncertain: 'uncertain, dormant',
        providerPolicy: "provider's own",
      };
      expect(row, path).toContain(words[status as keyof typeof words]);
      expect(dormant, path).toBe(status === 'proposed' || status === 'uncertain');
    }
  });
});
