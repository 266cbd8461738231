import { describe, expect, it } from 'vitest';
import { paletteFor } from '../../cli/terminal/palette.ts';
import { progressOn } from '../../cli/terminal/progress.ts';

function output(isTTY: boolean) {
  const texts: string[] = [];
  return { isTTY, texts, write: (text: string) => texts.push(text) > 0 };
}

describe('progress', () => {
  it('is one plain line per phase when piped', () => {
    const piped = output(false);
    const progress = progressOn(piped);
    progress.phase('accounts arrive', 2);
    progress.step();
    progress.step();
    progress.note('a line that stays');
    progress.end();
    expect(piped.texts).toEqual(['accounts arrive (2)\n', 'a line that stays\n']);
  });

  it('is a bar on a terminal, and leaves the line empty at the end', () => {
    const terminal = output(true);
    const progress = progressOn(terminal);
    progress.phase('accounts arrive', 2);
    progress.step();
    expect(terminal.texts.at(-1)).toMatch(/█{12}░{12} accounts arrive 1\/2$/);
    progress.end();
    expect(terminal.texts.at(-1)).toMatch(/\[2K$/);
  });
});

describe('colours', () => {
  const red = (isTTY: boolean, environment: NodeJS.ProcessEnv) =>
    paletteFor({ isTTY }, environment).bad('no');

  it('are for terminals only, and for those who want them', () => {
    expect(red(true, {})).not.toBe('no');
    expect(red(true, { NO_COLOR: '1' })).toBe('no');
    expect(red(false, {})).toBe('no');
  });
});
