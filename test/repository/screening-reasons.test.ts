import { describe, expect, it } from 'vitest';
import { shippedProviderPolicy } from '../../cli/shipped-data.ts';
import { fencedBlocks, sectionOf, tableRows } from './markdown.ts';
import { sourceFiles, textOf } from './source-files.ts';

const screening = 'docs/screening.md';
const evidence = 'domain/screening/evidence.ts';

/** Code → points of what is known besides the name, as the source has them. */
function evidencePoints(): Record<string, string> {
  const block = /^const points = \{\n([\s\S]*?)^\};/m.exec(textOf(evidence))?.[1] ?? '';
  const pairs = [...block.matchAll(/(\w+): (-?[\d.]+),/g)].map(
    ([, code = '', points = '']) => [code, points] as const,
  );
  return Object.fromEntries(pairs);
}

/** Codes that the matcher writes as they stand. */
function writtenCodes(): string[] {
  const sources = sourceFiles('domain/screening').map(textOf).join('\n');
  return [...sources.matchAll(/\bcode: '(\w+)'/g)].map(([, code = '']) => code);
}

const documented = () =>
  tableRows(sectionOf(screening, '### Reasons')).map(([code = '', points = '']) => [
    code.replaceAll('`', ''),
    points,
  ]);

describe('the reasons in docs/screening.md', () => {
  it('are the codes of the matcher, each once', () => {
    const codes = new Set([...writtenCodes(), ...Object.keys(evidencePoints())]);
    expect(codes.size).toBeGreaterThan(Object.keys(evidencePoints()).length);
    expect(documented().map(([code]) => code)).toHaveLength(codes.size);
    expect(
      documented()
        .map(([code]) => code)
        .sort(),
    ).toEqual([...codes].sort());
  });

  it('have the points that the matcher gives for what is known besides the name', () => {
    const points = evidencePoints();
    expect(Object.keys(points)).not.toEqual([]);
    expect(Object.fromEntries(documented())).toMatchObject(points);
  });
});

interface Sample {
  readonly threshold: number;
  readonly matches: readonly {
    readonly score: number;
    readonly reasons: readonly { readonly points: number }[];
  }[];
}

describe('the sample result in docs/screening.md', () => {
  it('has the threshold of the shipped policy, and reasons that add up to its score', () => {
    const block = fencedBlocks(screening, 'json').find((each) => each.includes('"reasons"')) ?? '';
    const { threshold, matches } = JSON.parse(block) as Sample;
    expect(threshold).toBe(shippedProviderPolicy().matcher.threshold);
    expect(matches).toHaveLength(1);
    for (const { score, reasons } of matches) {
      expect(Number(reasons.reduce((sum, { points }) => sum + points, 0).toFixed(4))).toBe(score);
    }
  });
});
