import { readAdvancedXml } from '../advanced-xml/read-advanced-xml.ts';
import { readEnhancedXml } from '../enhanced-xml/read-enhanced-xml.ts';
import type { ListId } from '../list-ids.ts';
import { isZip, unzipXml } from '../unzip.ts';
import { xmlLimits } from './xml-limits.ts';
import type { XmlListOptions, XmlListReading } from './xml-list-reading.ts';

type ReadXml = (chunks: Iterable<Uint8Array | string>, options: XmlListOptions) => XmlListReading;

export interface XmlListFile {
  readonly list: ListId;
  readonly format: 'advanced' | 'enhanced';
}

const readers: Readonly<Record<XmlListFile['format'], ReadXml>> = {
  advanced: readAdvancedXml,
  enhanced: readEnhancedXml,
};

/** OFAC's names for these files, such as `SDN_ENHANCED.XML` or `.ZIP`, with a day in between if need be. */
const officialName = /^(sdn|cons)_(advanced|enhanced)(?:\.\d{4}-\d{2}-\d{2})?\.(?:xml|zip)$/i;

/** Which list the file holds and in what form; `null` for a file that is not one of these. */
export function xmlListFile(fileName: string): XmlListFile | null {
  const [, prefix, format] = officialName.exec(fileName) ?? [];
  if (prefix === undefined || format === undefined) return null;
  return {
    list: prefix.toLowerCase() === 'sdn' ? 'ofac-sdn' : 'ofac-cons',
    format: format.toLowerCase() === 'advanced' ? 'advanced' : 'enhanced',
  };
}

/**
 * Reads one of these files, packed or not.
 *
 * @param fileName for messages and source rows
 * @throws ListRefusedError as the two readers and `unzipXml` do
 */
export function readXmlList(
  { list, format }: XmlListFile,
  fileName: string,
  bytes: Uint8Array,
): XmlListReading {
  const chunks = isZip(bytes) ? unzipXml(fileName, bytes, xmlLimits.bytes) : [bytes];
  return readers[format](chunks, { file: fileName, list });
}
