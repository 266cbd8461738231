import { describe, expect, it } from 'vitest';
import { codeFolders, sourceFiles, textOf } from './source-files.ts';

const sizes = sourceFiles(...codeFolders)
  .map((file) => ({ file, lines: textOf(file).split('\n').length - 1 }))
  .sort((one, other) => one.lines - other.lines);

const atShare = (share: number): number => sizes[Math.floor((sizes.length - 1) * share)]?.lines ?? 0;

describe('files hold one idea each', () => {
  it('keeps the median file at 60 lines or fewer', () => {
    expect(atShare(0.5)).toBeLessThanOrEqual(60);
  });

  it('keeps nine files in ten under 200 lines', () => {
    expect(atShare(0.9)).toBeLessThan(200);
  });

  it('lets no file exceed 300 lines', () => {
    expect(sizes.filter(({ lines }) => lines > 300)).toEqual([]);
  });
});
