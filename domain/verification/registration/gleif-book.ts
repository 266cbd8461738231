import { faultsOf, type Fault } from '../../validation/faults.ts';
import { GleifAnswer, type GleifRecord, type LeiAttributes } from './gleif-form.ts';
import type { LeiExtract, LeiParent, LeiEntity } from './lei-extract.ts';

/** What several answers of GLEIF say together: level 1, level 2 and the exceptions from reporting. */
export interface GleifBook {
  readonly records: readonly GleifRecord[];
  /** The day of the oldest golden copy that was read. */
  readonly publishedOn: string;
}

export type GleifReading = { readonly book: GleifBook } | { readonly faults: readonly Fault[] };

/** @param texts answers of GLEIF's API as JSON; faults point into the first that cannot be read */
export function readGleif(texts: readonly string[]): GleifReading {
  const records: GleifRecord[] = [];
  const days: string[] = [];
  for (const [at, text] of texts.entries()) {
    const parsed = GleifAnswer.safeParse(parseJson(text));
    if (!parsed.success) {
      return {
        faults: faultsOf(parsed.error).map((fault) => ({ ...fault, pointer: `/${at}${fault.pointer}` })),
      };
    }
    records.push(...parsed.data.data);
    days.push(parsed.data.meta.goldenCopy.publishDate.slice(0, 10));
  }
  const [publishedOn] = days.sort();
  return publishedOn === undefined
    ? { faults: [{ pointer: '', problem: 'must be at least one answer of GLEIF' }] }
    : { book: { records, publishedOn } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What the book has of one legal entity and its parents; `entity` is `null` where the book lacks it. */
export function leiExtract(book: GleifBook, lei: string): LeiExtract {
  return {
    publishedOn: book.publishedOn,
    entity: entityOf(book, lei),
    directParent: parentOf(book, lei, 'DIRECT'),
    ultimateParent: parentOf(book, lei, 'ULTIMATE'),
  };
}

function entityOf({ records }: GleifBook, lei: string): LeiEntity | null {
  for (const record of records) {
    if (record.type === 'lei-records' && record.attributes.lei === lei) return entityFrom(record.attributes);
  }
  return null;
}

function entityFrom({ lei, entity, registration }: LeiAttributes): LeiEntity {
  const others = [...(entity.otherNames ?? []), ...(entity.transliteratedOtherNames ?? [])];
  const {
    headquartersAddress: { country, region },
  } = entity;
  return {
    lei,
    legalName: entity.legalName.name,
    otherNames: others.map(({ name }) => name).slice(0, namesAtMost),
    jurisdiction: entity.jurisdiction ?? null,
    headquarters: region?.startsWith(`${country}-`) ? region : country,
    register: entity.registeredAt?.id ?? null,
    registeredAs: entity.registeredAs ?? null,
    category: entity.category ?? null,
    entityStatus: entity.status ?? null,
    registrationStatus: registration.status,
    corroboration: registration.corroborationLevel ?? null,
  };
}

const namesAtMost = 20;

const relationshipTypes = {
  DIRECT: 'IS_DIRECTLY_CONSOLIDATED_BY',
  ULTIMATE: 'IS_ULTIMATELY_CONSOLIDATED_BY',
} as const;

/** An exception from reporting is never "no parent": it says why none is named. */
function parentOf(book: GleifBook, lei: string, level: 'DIRECT' | 'ULTIMATE'): LeiParent {
  for (const record of book.records) {
    if (record.type !== 'relationship-records') continue;
    const { relationship, registration } = record.attributes;
    const isMeant = relationship.startNode.id === lei && relationship.type === relationshipTypes[level];
    if (isMeant && relationship.status === 'ACTIVE' && registration.status === 'PUBLISHED') {
      const parent = entityOf(book, relationship.endNode.id);
      return {
        known: 'parent',
        lei: relationship.endNode.id,
        jurisdiction: parent?.jurisdiction ?? null,
        headquarters: parent?.headquarters ?? null,
      };
    }
  }
  for (const record of book.records) {
    if (record.type !== 'reporting-exceptions' || record.attributes.lei !== lei) continue;
    if (record.attributes.category === `${level}_ACCOUNTING_CONSOLIDATION_PARENT`) {
      return { known: 'exception', reason: record.attributes.reason };
    }
  }
  return { known: 'notReported' };
}
