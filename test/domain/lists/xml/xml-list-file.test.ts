import { expect, it } from 'vitest';
import { readXmlList, xmlListFile } from '../../../../domain/lists/xml/read-xml-list.ts';
import { advancedSample } from './xml-samples.ts';

it('a file is known by the name that OFAC gives it, packed or not, of a day or not', () => {
  expect(xmlListFile('SDN_ADVANCED.XML')).toEqual({ list: 'ofac-sdn', format: 'advanced' });
  expect(xmlListFile('sdn_enhanced.zip')).toEqual({ list: 'ofac-sdn', format: 'enhanced' });
  expect(xmlListFile('CONS_ENHANCED.2025-01-14.ZIP')).toEqual({ list: 'ofac-cons', format: 'enhanced' });
  for (const other of ['SDN.XML', 'sdn.csv', 'XSDN_ADVANCED.XML', 'SDN_ADVANCED.XML.bak', '']) {
    expect(xmlListFile(other)).toBeNull();
  }
});

it('bytes are read whether they are packed or not', () => {
  const bytes = new TextEncoder().encode(advancedSample());
  const read = readXmlList({ list: 'ofac-sdn', format: 'advanced' }, 'SDN_ADVANCED.XML', bytes);
  expect(read.entries[0]?.sources).toEqual([{ file: 'SDN_ADVANCED.XML', row: 1 }]);
});
