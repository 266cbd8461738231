export interface Palette {
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly strong: (text: string) => string;
}

interface Output {
  readonly isTTY?: boolean;
}

const plain = (text: string): string => text;

const paint =
  (code: number) =>
  (text: string): string =>
    `\u001b[${code}m${text}\u001b[0m`;

/** Colours for a terminal; none for a pipe or where NO_COLOR (no-color.org) is set to anything but nothing. */
export function paletteFor({ isTTY = false }: Output, environment = process.env): Palette {
  if (!isTTY || environment.NO_COLOR) return { good: plain, bad: plain, faint: plain, strong: plain };
  return { good: paint(32), bad: paint(31), faint: paint(2), strong: paint(1) };
}
