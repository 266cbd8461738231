export const mrzFormats = ['TD1', 'TD2', 'TD3', 'MRV-A', 'MRV-B'] as const;
export type MrzFormat = (typeof mrzFormats)[number];

/** A piece of a line: which line, and from and up to which place, both counted from 0. */
export type Span = readonly [line: number, from: number, to: number];

export interface MrzLayout {
  readonly lines: number;
  readonly width: number;
  readonly names: Span;
  readonly documentNumber: Span;
  readonly nationality: Span;
  readonly birthDate: Span;
  readonly sex: Span;
  readonly expiryDate: Span;
  readonly optionalData: readonly Span[];
  /** The format has a check digit over its optional data, right behind it. */
  readonly checksOptionalData: boolean;
  /** What the composite check digit covers, and where it stands; visas have none. */
  readonly composite: { readonly over: readonly Span[]; readonly at: Span } | null;
}

const secondLine = {
  lines: 2,
  documentNumber: [1, 0, 9],
  nationality: [1, 10, 13],
  birthDate: [1, 13, 19],
  sex: [1, 20, 21],
  expiryDate: [1, 21, 27],
  checksOptionalData: false,
  composite: null,
} as const;

/** Places after ICAO Doc 9303, parts 4 (TD3), 5 (TD1), 6 (TD2) and 7 (visas). A check digit follows its field. */
export const mrzLayouts: Readonly<Record<MrzFormat, MrzLayout>> = {
  TD1: {
    lines: 3,
    width: 30,
    names: [2, 0, 30],
    documentNumber: [0, 5, 14],
    nationality: [1, 15, 18],
    birthDate: [1, 0, 6],
    sex: [1, 7, 8],
    expiryDate: [1, 8, 14],
    optionalData: [
      [0, 15, 30],
      [1, 18, 29],
    ],
    checksOptionalData: false,
    composite: {
      over: [
        [0, 5, 30],
        [1, 0, 7],
        [1, 8, 15],
        [1, 18, 29],
      ],
      at: [1, 29, 30],
    },
  },
  TD2: {
    ...secondLine,
    width: 36,
    names: [0, 5, 36],
    optionalData: [[1, 28, 35]],
    composite: {
      over: [
        [1, 0, 10],
        [1, 13, 20],
        [1, 21, 35],
      ],
      at: [1, 35, 36],
    },
  },
  TD3: {
    ...secondLine,
    width: 44,
    names: [0, 5, 44],
    optionalData: [[1, 28, 42]],
    checksOptionalData: true,
    composite: {
      over: [
        [1, 0, 10],
        [1, 13, 20],
        [1, 21, 43],
      ],
      at: [1, 43, 44],
    },
  },
  'MRV-A': { ...secondLine, width: 44, names: [0, 5, 44], optionalData: [[1, 28, 44]] },
  'MRV-B': { ...secondLine, width: 36, names: [0, 5, 36], optionalData: [[1, 28, 36]] },
};

/** A zone of these lines has that layout; `null`: none has so many lines, or lines so long. */
export function mrzFormatOf(lines: readonly string[]): MrzFormat | null {
  const isVisa = lines[0]?.startsWith('V') ?? false;
  const fits = (format: MrzFormat) => {
    const { lines: count, width } = mrzLayouts[format];
    return lines.length === count && lines.every((line) => line.length === width);
  };
  return mrzFormats.find((format) => format.startsWith('MRV') === isVisa && fits(format)) ?? null;
}
