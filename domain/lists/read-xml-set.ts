import { digestOfFiles, sha256 } from './list-digest.ts';
import { summaryOf, type ReadList } from './read-list.ts';
import { readXmlList, type XmlListFile } from './xml/read-xml-list.ts';

/**
 * Reads OFAC's Enhanced or Advanced XML as a list. The file says the day of its data itself.
 *
 * @param file as its publisher names it, in lower case
 * @throws ListRefusedError as `readXmlList` does
 */
export function readXmlSet(form: XmlListFile, file: string, bytes: Uint8Array): ReadList<'xml'> {
  const { entries, dataAsOf } = readXmlList(form, file, bytes);
  const digest = digestOfFiles({ [file]: bytes });
  const reading = { file, sha256: sha256(bytes), bytes: bytes.length, rows: entries.length };
  return {
    entries,
    files: { xml: { ...reading, carriedFrom: null, orphanRows: 0 } },
    summary: summaryOf(form.list, { entries, digest, publishedOn: dataAsOf }),
    remarks: null,
    absent: [],
  };
}
