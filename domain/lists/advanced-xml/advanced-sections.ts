import { KeptText } from '../xml/kept-text.ts';
import type { PartyFacts } from '../xml/party-facts.ts';
import type { RecordReader } from '../xml/record-stream.ts';
import { attributeOf } from '../xml/xml-element.ts';
import { fileRefused, recordRefused } from '../xml/xml-refusal.ts';
import { advancedDocument } from './advanced-documents.ts';
import { locationOf, type Location } from './advanced-locations.ts';
import { dayOf } from './date-period.ts';
import { partyDraft, type PartyDraft } from './party-draft.ts';
import { tieOf, type ProfileTie } from './profile-relationships.ts';
import { ReferenceValues } from './reference-values.ts';
import { sanctionsEntryOf, type SanctionsEntry } from './sanctions-entries.ts';

/** What the sections of an Advanced XML tell, by the number of the profile they tell it of. */
export class AdvancedSections {
  readonly file: string;
  readonly kept = new KeptText();
  readonly values = new ReferenceValues();
  readonly locations = new Map<string, Location>();
  /** By identity; what is left after the parties belongs to none of them. */
  readonly documents = new Map<string, PartyFacts[]>();
  readonly parties = new Map<string, PartyDraft>();
  readonly ties = new Map<string, ProfileTie[]>();
  readonly listings = new Map<string, SanctionsEntry[]>();
  dataAsOf: string | null = null;

  constructor(file: string) {
    this.file = file;
  }
}

/** A reader per section. Each section refers to those before it, as the schema orders them. */
export function sectionReaders(sections: AdvancedSections): ReadonlyMap<string, RecordReader> {
  const { values, kept } = sections;
  const beforeParties =
    (reader: RecordReader): RecordReader =>
    (record, row) => {
      if (sections.parties.size > 0) throw outOfOrder(sections.file, record.name);
      reader(record, row);
    };
  return new Map<string, RecordReader>([
    ['DateOfIssue', (date) => void (sections.dataAsOf = dayOf(date, 'first'))],
    [
      'ReferenceValueSets/*',
      beforeParties((set) => {
        values.add(set);
      }),
    ],
    [
      'Locations/Location',
      beforeParties((location) => {
        sections.locations.set(attributeOf(location, 'ID'), locationOf(location, values));
      }),
    ],
    [
      'IDRegDocuments/IDRegDocument',
      beforeParties((document) => {
        append(
          sections.documents,
          attributeOf(document, 'IdentityID'),
          advancedDocument(document, values, kept),
        );
      }),
    ],
    [
      'DistinctParties/DistinctParty',
      (party, row) => {
        addParty(sections, partyDraft(party, row, sections));
      },
    ],
    [
      'ProfileRelationships/ProfileRelationship',
      (relationship) => {
        const tie = tieOf(relationship, values);
        append(sections.ties, tie.from, tie);
      },
    ],
    [
      'SanctionsEntries/SanctionsEntry',
      (entry) => {
        append(sections.listings, attributeOf(entry, 'ProfileID'), sanctionsEntryOf(entry, values, kept));
      },
    ],
    [
      'SanctionsEntryLinks/*',
      ({ name }) => {
        kept.count(`section ${name}`);
      },
    ],
  ]);
}

function addParty({ file, parties }: AdvancedSections, draft: PartyDraft): void {
  if (parties.has(draft.profileId)) {
    throw recordRefused(file, draft.row, 'each party once', `number ${draft.profileId} again`);
  }
  parties.set(draft.profileId, draft);
}

function append<T>(groups: Map<string, T[]>, key: string, value: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}

function outOfOrder(file: string, name: string): Error {
  const whatToDo =
    'Look at the order of the sections: the format may have changed; keep using the last publication';
  return fileRefused(file, 'what parties refer to before the parties', `a ${name} behind them`, whatToDo);
}
