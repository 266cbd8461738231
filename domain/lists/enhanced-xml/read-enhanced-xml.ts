import type { ListEntry } from '../list-entry.ts';
import { KeptText } from '../xml/kept-text.ts';
import { PartyCensus } from '../xml/party-census.ts';
import { readXmlRecords } from '../xml/read-xml-records.ts';
import { elementsAt, textAt, type XmlElement } from '../xml/xml-element.ts';
import type { XmlListOptions, XmlListReading } from '../xml/xml-list-reading.ts';
import { fileRefused, quoted } from '../xml/xml-refusal.ts';
import { enhancedEntry } from './enhanced-entry.ts';
import { ReferenceCountries } from './reference-countries.ts';

/**
 * Reads OFAC's Enhanced XML (SDN_ENHANCED.XML, CONS_ENHANCED.XML), which may come in chunks cut anywhere. In memory are
 * one entity as XML, and the entries.
 *
 * @throws ListRefusedError when the file is empty, a web page, another XML or another list, cut short, has a document
 *   type, an unknown section or no entity; when an entity comes twice or has no number, primary name or known kind
 */
export function readEnhancedXml(
  chunks: Iterable<Uint8Array | string>,
  options: XmlListOptions,
): XmlListReading {
  const kept = new KeptText();
  const countries = new ReferenceCountries();
  const entries: ListEntry[] = [];
  const census = new PartyCensus(options);
  let dataAsOf = '';
  const readInfo = (info: XmlElement) => {
    dataAsOf = dayOf(info, options.file);
    const lists = elementsAt(info, 'filters', 'sanctionsLists', 'sanctionsList').map(({ text }) => text);
    census.refuseOtherList(lists);
  };
  const readEntity = (entity: XmlElement, row: number) => {
    const entry = enhancedEntry(entity, row, { ...options, countries, kept });
    const lists = elementsAt(entity, 'sanctionsLists', 'sanctionsList').map(({ text }) => text);
    census.add(entry.entryId, row, lists);
    entries.push(entry);
  };
  readXmlRecords(options.file, chunks, {
    root: 'sanctionsData',
    party: 'entities/entity',
    records: new Map([
      ['publicationInfo', readInfo],
      [
        'referenceValues/referenceValue',
        (value: XmlElement) => {
          countries.add(value);
        },
      ],
      // What kinds of features there are; each entity names its own in words.
      ['featureTypes/*', () => undefined],
      ['entities/entity', readEntity],
    ]),
  });
  if (dataAsOf === '') throw fileRefused(options.file, 'a publicationInfo with dataAsOf', 'none');
  census.refuseEmpty();
  return { entries, dataAsOf, sublists: census.sublists, keptAsText: kept.counts };
}

function dayOf(info: XmlElement, file: string): string {
  const text = textAt(info, 'dataAsOf');
  const [day] = /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(text) ?? [];
  if (day === undefined) throw fileRefused(file, 'a day as dataAsOf', quoted(text));
  return day;
}
