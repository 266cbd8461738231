import type { ListEntry } from '../list-entry.ts';
import { joinedRemarks } from '../xml/kept-text.ts';
import { PartyCensus } from '../xml/party-census.ts';
import { readXmlRecords } from '../xml/read-xml-records.ts';
import type { XmlListOptions, XmlListReading } from '../xml/xml-list-reading.ts';
import { fileRefused } from '../xml/xml-refusal.ts';
import { AdvancedSections, sectionReaders } from './advanced-sections.ts';
import type { PartyDraft } from './party-draft.ts';
import { relationshipOf } from './profile-relationships.ts';

/**
 * Reads OFAC's Advanced XML (SDN_ADVANCED.XML, CONS_ADVANCED.XML), which may come in chunks cut anywhere. In memory are
 * one record as XML, the addresses and documents that parties refer to, and the entries.
 *
 * @throws ListRefusedError when the file is empty, a web page, another XML or another list, cut short, has a document
 *   type, an unknown section or no party; when a party comes twice or has no number, primary name or known kind; when a listing belongs to
 *   no party, or the sections come in another order
 */
export function readAdvancedXml(
  chunks: Iterable<Uint8Array | string>,
  options: XmlListOptions,
): XmlListReading {
  const sections = new AdvancedSections(options.file);
  const { kept, parties, listings, documents, dataAsOf } = readSections(chunks, sections);
  if (dataAsOf === null) throw fileRefused(options.file, 'a DateOfIssue with a day', 'none');
  refuseListingOfNobody(options.file, sections);
  const census = new PartyCensus(options);
  census.refuseOtherList([
    ...new Set([...listings.values()].flatMap((own) => own.map(({ sublist }) => sublist))),
  ]);
  const names = new Map([...parties].map(([profileId, draft]) => [profileId, draft.names[0]?.text ?? '']));
  const entries = [...parties.values()].map((draft) => {
    census.add(
      draft.profileId,
      draft.row,
      listings.get(draft.profileId)?.map(({ sublist }) => sublist) ?? [],
    );
    return entryFrom(draft, sections, names, options);
  });
  census.refuseEmpty();
  if (documents.size > 0) kept.count('document of an identity that no party has', documents.size);
  return { entries, dataAsOf, sublists: census.sublists, keptAsText: kept.counts };
}

function readSections(chunks: Iterable<Uint8Array | string>, sections: AdvancedSections): AdvancedSections {
  const records = sectionReaders(sections);
  readXmlRecords(sections.file, chunks, {
    root: 'Sanctions',
    party: 'DistinctParties/DistinctParty',
    records,
  });
  return sections;
}

function entryFrom(
  draft: PartyDraft,
  { listings, ties, kept }: AdvancedSections,
  names: ReadonlyMap<string, string>,
  { list, file }: XmlListOptions,
): ListEntry {
  const own = listings.get(draft.profileId) ?? [];
  // Kept all the same: somebody whom the file names without saying why is searched, not passed over.
  if (own.length === 0) kept.count('party without a listing');
  const { remarks, ...facts } = draft.facts;
  return {
    list,
    entryId: draft.profileId,
    kind: draft.kind,
    names: draft.names,
    programmes: [...new Set(own.flatMap(({ programmes }) => programmes))],
    ...facts,
    relationships: (ties.get(draft.profileId) ?? []).map((tie) => relationshipOf(tie, names, kept)),
    sources: [{ file, row: draft.row }],
    remarks: joinedRemarks([...remarks, ...own.flatMap((listing) => listing.remarks)]),
  };
}

/** A listing without its party means that a listed party is missing. */
function refuseListingOfNobody(file: string, { listings, parties }: AdvancedSections): void {
  const orphans = [...listings.keys()].filter((profileId) => !parties.has(profileId));
  if (orphans.length === 0) return;
  const found = `${orphans.length} without, first number ${(orphans[0] ?? '').slice(0, 20)}`;
  throw fileRefused(file, 'a party for every listing', found);
}
