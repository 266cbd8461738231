/** How one file of OFAC's legacy CSV publication looks. */
export interface OfacFileForm {
  readonly file: string;
  readonly columns: number;
  /** Whether the file is known to end with the mark 0x1A whenever it is whole. */
  readonly endMark: boolean;
}

/** The four files of the SDN list. */
export const ofacFiles = {
  sdn: { file: 'sdn.csv', columns: 12, endMark: true },
  alt: { file: 'alt.csv', columns: 5, endMark: true },
  add: { file: 'add.csv', columns: 6, endMark: true },
  // The comments of July 2021 end without the mark, those of 2025 with it: its absence proves nothing.
  sdnComments: { file: 'sdn_comments.csv', columns: 2, endMark: false },
} as const satisfies Record<string, OfacFileForm>;

export type OfacFileName = keyof typeof ofacFiles;

export const ofacFileNames = Object.keys(ofacFiles) as readonly OfacFileName[];

/** The lists that OFAC publishes as such a set: the same four files in the same layout, under other names. */
export const ofacSets = {
  'ofac-sdn': ofacFiles,
  'ofac-cons': {
    sdn: { ...ofacFiles.sdn, file: 'cons_prim.csv' },
    alt: { ...ofacFiles.alt, file: 'cons_alt.csv' },
    add: { ...ofacFiles.add, file: 'cons_add.csv' },
    sdnComments: { ...ofacFiles.sdnComments, file: 'cons_comments.csv' },
  },
} as const satisfies Record<string, Record<OfacFileName, OfacFileForm>>;

export type OfacListId = keyof typeof ofacSets;

/** The bytes of each file, not compressed. */
export type OfacFiles = Readonly<Record<OfacFileName, Uint8Array>>;
