import type { Palette } from './palette.ts';

/** Columns as wide as their widest cell, the titles in bold. */
export function table(
  titles: readonly string[],
  rows: readonly (readonly string[])[],
  palette: Pick<Palette, 'strong'>,
): string[] {
  const widths = titles.map((title, place) =>
    Math.max(title.length, ...rows.map((cells) => cells[place]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, place) => cell.padEnd(widths[place] ?? 0))
      .join('  ')
      .trimEnd();
  return [palette.strong(line(titles)), ...rows.map(line)];
}
