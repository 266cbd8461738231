import { readFileSync } from 'node:fs';

export interface Section {
  readonly heading: string;
  readonly text: string;
}

export const runbook = readFileSync(new URL('../../../docs/runbook.md', import.meta.url), 'utf8');

/** The sections of a Markdown text at one level of headings. */
export function sectionsOf(text: string, level: 2 | 3): Section[] {
  const [, ...parts] = `\n${text}`.split(`\n${'#'.repeat(level)} `);
  return parts.map((part) => {
    const [heading = '', ...lines] = part.split('\n');
    return { heading, text: lines.join('\n') };
  });
}

/** The shell blocks of a Markdown text, indented ones included. */
export function shellBlocks(text: string): string[] {
  return [...text.matchAll(/^ *```bash\n([\s\S]*?)^ *```$/gm)].map(([, block = '']) => block);
}
