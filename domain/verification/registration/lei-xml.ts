import { ListRefusedError } from '../../lists/list-refused-error.ts';
import { readXmlRecords } from '../../lists/xml/read-xml-records.ts';
import { elementsAt, textAt, type XmlElement } from '../../lists/xml/xml-element.ts';
import { faultsOf, type Fault } from '../../validation/faults.ts';
import { GleifAnswer } from './gleif-form.ts';
import type { GleifReading } from './gleif-book.ts';

const namespace = 'lei:';
const path = (...names: readonly string[]) => names.map((name) => namespace + name);

/**
 * Reads GLEIF's file of level 1 records (LEI-CDF 2.1 or 3.1, XML), record by record, and keeps those that are wanted.
 * Parents are in other files: a book from here alone reports none.
 *
 * @param chunks the file as it comes from disk or network
 */
export function readLeiXml(
  file: string,
  chunks: Iterable<Uint8Array | string>,
  wanted: ReadonlySet<string>,
): GleifReading {
  const records: unknown[] = [];
  let publishDate = '';
  const keep = (record: XmlElement) => {
    if (wanted.has(textAt(record, ...path('LEI')))) records.push(recordFrom(record));
  };
  const party = path('LEIRecords', 'LEIRecord').join('/');
  const readers = new Map([
    [
      path('LEIHeader').join('/'),
      (header: XmlElement) => {
        publishDate = textAt(header, ...path('ContentDate'));
      },
    ],
    [party, keep],
  ]);
  try {
    readXmlRecords(file, chunks, { root: `${namespace}LEIData`, party, records: readers });
  } catch (error) {
    if (error instanceof ListRefusedError) return { faults: [faultFrom(error)] };
    throw error;
  }
  const parsed = GleifAnswer.safeParse({ meta: { goldenCopy: { publishDate } }, data: records });
  if (!parsed.success) return { faults: faultsOf(parsed.error) };
  const { data, meta } = parsed.data;
  return { book: { records: data, publishedOn: meta.goldenCopy.publishDate.slice(0, 10) } };
}

function faultFrom({ fault: { expected, found, row } }: ListRefusedError): Fault {
  return { pointer: row === null ? '' : `/${row}`, problem: `must be ${expected}; found ${found}` };
}

/** The same members as GLEIF's API gives; its form then judges both. */
function recordFrom(record: XmlElement) {
  const text = (...names: readonly string[]) => textAt(record, ...path(...names)) || null;
  const address = (name: string) => ({
    country: text('Entity', name, 'Country') ?? undefined,
    region: text('Entity', name, 'Region'),
  });
  const names = (...place: readonly string[]) =>
    elementsAt(record, ...path('Entity', ...place)).map((each) => ({ name: each.text }));
  return {
    type: 'lei-records',
    attributes: {
      lei: text('LEI'),
      entity: {
        legalName: { name: text('Entity', 'LegalName') },
        otherNames: names('OtherEntityNames', 'OtherEntityName'),
        transliteratedOtherNames: names('TransliteratedOtherEntityNames', 'TransliteratedOtherEntityName'),
        legalAddress: address('LegalAddress'),
        headquartersAddress: address('HeadquartersAddress'),
        registeredAt: { id: text('Entity', 'RegistrationAuthority', 'RegistrationAuthorityID') },
        registeredAs: text('Entity', 'RegistrationAuthority', 'RegistrationAuthorityEntityID'),
        jurisdiction: text('Entity', 'LegalJurisdiction'),
        category: text('Entity', 'EntityCategory'),
        status: text('Entity', 'EntityStatus'),
      },
      registration: {
        status: text('Registration', 'RegistrationStatus'),
        nextRenewalDate: text('Registration', 'NextRenewalDate'),
        corroborationLevel: text('Registration', 'ValidationSources'),
      },
    },
  };
}
