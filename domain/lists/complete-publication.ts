import { ofacFileNames, type OfacFileName, type OfacFiles } from './ofac-files.ts';

/** What is at hand of one publication. SDN.CSV must be there: without it nothing is published. */
export interface Publication {
  readonly publishedOn: string;
  readonly files: { readonly sdn: Uint8Array } & Readonly<Partial<OfacFiles>>;
}

export interface CompletedPublication {
  readonly publishedOn: string;
  readonly files: OfacFiles;
  /** The files taken from the earlier publication, with its day; for `OfacExpectations.carried`. */
  readonly carried: Readonly<Partial<Record<OfacFileName, string>>>;
}

/** Fills the files that a partial publication lacks from the earlier set, and says which. */
export function completePublication(
  publication: Publication,
  earlier: { readonly publishedOn: string; readonly files: OfacFiles },
): CompletedPublication {
  const missing = ofacFileNames.filter((name) => publication.files[name] === undefined);
  return {
    publishedOn: publication.publishedOn,
    files: { ...earlier.files, ...publication.files },
    carried: Object.fromEntries(missing.map((name) => [name, earlier.publishedOn])),
  };
}
