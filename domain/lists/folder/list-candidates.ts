import { consolidatedCsv } from '../consolidated/consolidated-csv.ts';
import { consolidatedJson } from '../consolidated/consolidated-json.ts';
import { ofacFileNames, ofacSets, type OfacListId } from '../ofac-files.ts';
import { deniedPersonsFile } from '../read-denied-persons.ts';
import { ownListFile } from '../read-own-list.ts';
import { xmlListFile, type XmlListFile } from '../xml/read-xml-list.ts';

/** One way to read one list, with the files of the folder that it takes, as they are named there. */
export type ListCandidate =
  | {
      readonly kind: 'xml';
      readonly list: OfacListId;
      readonly form: XmlListFile;
      readonly files: readonly [string];
    }
  | { readonly kind: 'csv'; readonly list: OfacListId; readonly files: readonly string[] }
  | {
      readonly kind: 'consolidated';
      readonly file: typeof consolidatedCsv | typeof consolidatedJson;
      readonly files: readonly [string];
    }
  | { readonly kind: 'denied'; readonly files: readonly [string] }
  | { readonly kind: 'own'; readonly files: readonly [string] };

/**
 * All ways to read the lists of a folder, the better of one list first. Enhanced XML is the best source of OFAC's
 * lists: it alone has scripts, weak names, ranges of dates and documents as fields in a flat tree. The Advanced XML has
 * them too, deeper. The CSV has them as prose or not at all. The CSV of the Consolidated Screening List comes before
 * its JSON, of which we have not seen a whole one.
 */
export function listCandidates(names: readonly string[]): ListCandidate[] {
  const named = (official: string) => names.filter((name) => name.toLowerCase() === official);
  const sets = Object.keys(ofacSets) as OfacListId[];
  return [
    ...xmlCandidates(names, 'enhanced'),
    ...xmlCandidates(names, 'advanced'),
    ...sets.flatMap((list): ListCandidate[] => {
      const files = ofacFileNames.flatMap((name) => named(ofacSets[list][name].file));
      return files.length === 0 ? [] : [{ kind: 'csv', list, files }];
    }),
    ...([consolidatedCsv, consolidatedJson] as const).flatMap((file) =>
      named(file).map((name) => ({ kind: 'consolidated', file, files: [name] }) as const),
    ),
    ...named(deniedPersonsFile).map((name) => ({ kind: 'denied', files: [name] }) as const),
    ...named(ownListFile).map((name) => ({ kind: 'own', files: [name] }) as const),
  ];
}

function xmlCandidates(names: readonly string[], format: XmlListFile['format']): ListCandidate[] {
  return names.flatMap((name): ListCandidate[] => {
    // `sdn_enhanced.xml.zip` is what a packer makes of `sdn_enhanced.xml`.
    const form = xmlListFile(name.replace(/\.xml\.zip$/i, '.zip'));
    if (form?.format !== format) return [];
    return [{ kind: 'xml', list: form.list === 'ofac-sdn' ? 'ofac-sdn' : 'ofac-cons', form, files: [name] }];
  });
}
