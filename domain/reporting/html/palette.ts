/** Colours by role. Text roles keep 4.5:1 and shape roles 3:1 (WCAG 2.2, 1.4.3 and 1.4.11) on `page` and on `panel`. */
export interface Palette {
  readonly page: string;
  readonly panel: string;
  readonly ink: string;
  readonly muted: string;
  readonly accent: string;
  readonly line: string;
  readonly noticeFill: string;
  readonly noticeInk: string;
  readonly demoFill: string;
  readonly demoInk: string;
  readonly first: string;
  readonly second: string;
  readonly third: string;
}

export const light: Palette = {
  page: '#fbfaf7',
  panel: '#f2f1ec',
  ink: '#1c252b',
  muted: '#55616a',
  accent: '#1c5a78',
  line: '#d8d8d0',
  noticeFill: '#eaf1f4',
  noticeInk: '#1f3f50',
  demoFill: '#ffe9b8',
  demoInk: '#5c3a00',
  first: '#1f6385',
  second: '#6f8b98',
  third: '#b06f17',
};

export const dark: Palette = {
  page: '#14191d',
  panel: '#1d2429',
  ink: '#e7eaec',
  muted: '#a6b2ba',
  accent: '#8cc3e0',
  line: '#37424a',
  noticeFill: '#1c2d37',
  noticeInk: '#cfe4ef',
  demoFill: '#4a3508',
  demoInk: '#ffe3a6',
  first: '#6db2d6',
  second: '#8799a3',
  third: '#e0a04c',
};

/** On paper the ground is the paper itself. */
export const paper: Palette = { ...light, page: '#ffffff', panel: '#ffffff', line: '#b9bdb8' };

/** `--ink: #1c252b;` and so on. */
export function customProperties(palette: Palette): string {
  return Object.entries(palette)
    .map(([role, colour]) => `--${role}: ${String(colour)};`)
    .join(' ');
}
