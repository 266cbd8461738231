import { textOf } from './source-files.ts';

/** The code of the fenced blocks of one language, in order; indented fences (in lists) too. */
export function fencedBlocks(file: string, language: string): string[] {
  const fence = new RegExp(`^( *)\`\`\`${language}\\n([\\s\\S]*?)^\\1\`\`\`$`, 'gm');
  return [...textOf(file).matchAll(fence)].map(([, , code = '']) => code);
}

/** The text from a heading to the next one of its level or above. */
export function sectionOf(file: string, heading: string): string {
  const lines = textOf(file).split('\n');
  const start = lines.indexOf(heading);
  if (start === -1) throw new Error(`${file} has no heading "${heading}"`);
  const level = heading.indexOf(' ');
  const after = lines.slice(start + 1);
  const end = after.findIndex((line) => /^#+ /.test(line) && line.indexOf(' ') <= level);
  return after.slice(0, end === -1 ? undefined : end).join('\n');
}

/** Cells of the table rows in a text, without heading and rule. */
export function tableRows(text: string): string[][] {
  const rows = text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
  const rule = rows.findIndex((cells) => cells.every((cell) => /^:?-+:?$/.test(cell)));
  return rows.slice(rule + 1);
}
