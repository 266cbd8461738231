import { describe, expect, it } from 'vitest';
import { bundlePath, logPaths, tilePath } from '../../../domain/audit/tile-path.ts';

describe('paths of a log (C2SP tlog-tiles)', () => {
  it('write the index in groups of three digits, all but the last with an x', () => {
    expect(tilePath(0, 0, 256)).toBe('tile/0/000');
    expect(tilePath(0, 999, 256)).toBe('tile/0/999');
    expect(tilePath(3, 1_234_067, 256)).toBe('tile/3/x001/x234/067');
    expect(bundlePath(1000, 7)).toBe('tile/entries/x001/000.p/7');
  });

  it('list the tiles of the specification’s example of 70,000 entries', () => {
    const paths = [...logPaths(70_000)];
    const at = (prefix: string) => paths.filter((path) => path.startsWith(prefix));
    expect(at('tile/0/')).toHaveLength(274);
    expect(at('tile/0/').at(-1)).toBe('tile/0/273.p/112');
    expect(at('tile/1/')).toEqual(['tile/1/000', 'tile/1/001.p/17']);
    expect(at('tile/2/')).toEqual(['tile/2/000.p/1']);
    expect(at('tile/entries/').at(-1)).toBe('tile/entries/273.p/112');
  });

  it('list a full and a partial tile for 256 entries, and nothing for none', () => {
    expect([...logPaths(256)]).toEqual(['tile/entries/000', 'tile/0/000', 'tile/1/000.p/1']);
    expect([...logPaths(0)]).toEqual([]);
  });
});
