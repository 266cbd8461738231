/** The four files of OFAC's legacy CSV publication, with the name and the number of columns of each. */
export const ofacFiles = {
  sdn: { file: 'sdn.csv', columns: 12, endMark: true },
  alt: { file: 'alt.csv', columns: 5, endMark: true },
  add: { file: 'add.csv', columns: 6, endMark: true },
  // The comments of July 2021 end without the mark, those of 2025 with it: its absence proves nothing.
  sdnComments: { file: 'sdn_comments.csv', columns: 2, endMark: false },
} as const;

export type OfacFileName = keyof typeof ofacFiles;

export const ofacFileNames = Object.keys(ofacFiles) as readonly OfacFileName[];

/** The bytes of each file, not compressed. */
export type OfacFiles = Readonly<Record<OfacFileName, Uint8Array>>;
