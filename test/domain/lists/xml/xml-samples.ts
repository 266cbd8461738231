import { readFileSync } from 'node:fs';
import { ListRefusedError, type ListFault } from '../../../../domain/lists/list-refused-error.ts';

/** The real archive of 14 January 2025, as OFAC packed it. */
export function consolidatedZip(): Uint8Array {
  const path = '../../../../data/lists/ofac-consolidated-2025-01-14/CONS_ENHANCED.ZIP';
  return new Uint8Array(readFileSync(new URL(path, import.meta.url)));
}

/** The file made by hand; its README says of what. */
export function advancedSample(): string {
  return readFileSync(new URL('../advanced-xml/fixture/SDN_ADVANCED.XML', import.meta.url), 'utf8');
}

/** A small Enhanced XML around the entities that a test writes. */
export function enhancedXml(
  entities: string,
  { info = '<dataAsOf>2025-01-10T00:00:00</dataAsOf>' } = {},
): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<sanctionsData>
  <publicationInfo>${info}</publicationInfo>
  <referenceValues><referenceValue refId="11171"><type>COUNTRY</type><value>Russia</value><isoCode>RU</isoCode></referenceValue></referenceValues>
  <entities>${entities}</entities>
</sanctionsData>
`;
}

export function enhancedEntity(entityId: string, { names = nameXml('NOVATEK'), rest = '' } = {}): string {
  return `<entity id="${entityId}"><generalInfo><entityType refId="601">Entity</entityType></generalInfo><names>${names}</names>${rest}</entity>`;
}

export function nameXml(
  text: string,
  { primary = true, alias = '', low = false, script = 'Latin' } = {},
): string {
  const type = alias === '' ? '' : `<aliasType>${alias}</aliasType>`;
  return `<name><isPrimary>${primary}</isPrimary>${type}<isLowQuality>${low}</isLowQuality><translations><translation><script>${script}</script><formattedFullName>${text}</formattedFullName></translation></translations></name>`;
}

/** The fault that a reading ends with; an error where it does not. */
export function faultOf(read: () => unknown): ListFault {
  try {
    read();
  } catch (error) {
    if (error instanceof ListRefusedError) return error.fault;
    throw error;
  }
  throw new Error('the file was accepted');
}
