import { z } from 'zod';
import { refuseWhatIsNoTable } from '../delimited-rows.ts';
import { ListRefusedError } from '../list-refused-error.ts';
import { utf8Text } from '../utf8-text.ts';
import { textsFrom, type ConsolidatedRow } from './consolidated-row.ts';

export const consolidatedJson = 'consolidated.json';

const text = z
  .string()
  .nullish()
  .transform((value) => value?.trim() ?? '');
const texts = z
  .array(z.string())
  .nullish()
  .transform((values) => (values ?? []).map((value) => value.trim()).filter((value) => value !== ''));

const Address = z
  .object({ address: text, city: text, state: text, postal_code: text, country: text })
  .transform(({ country, ...rest }) => ({
    text: [rest.address, rest.city, rest.state, rest.postal_code, country]
      .filter((part) => part !== '')
      .join(', '),
    country,
  }));

/** Fields that we do not know are left alone: the file is the publisher's, and grows. */
const Party = z.object({
  id: z.string().min(1),
  source: z.string().min(1),
  type: text,
  name: z.string(),
  title: text,
  alt_names: texts,
  addresses: z.array(Address).nullish(),
  programs: texts,
  dates_of_birth: texts,
  nationalities: texts,
  citizenships: texts,
  places_of_birth: texts,
  ids: z.array(z.object({ type: text, number: text, country: text })).nullish(),
  federal_register_notice: text,
  start_date: text,
  end_date: text,
  standard_order: text,
  license_requirement: text,
  license_policy: text,
  remarks: text,
});

/**
 * The JSON twin of the CSV: an array of parties, or the same under `results`.
 * @throws ListRefusedError when the file is no such JSON, naming the first bad party
 */
export function readConsolidatedJson(bytes: Uint8Array): ConsolidatedRow[] {
  return partiesIn(utf8Text(consolidatedJson, bytes)).map((party, index) => {
    const read = Party.safeParse(party);
    const row = index + 1;
    if (read.success) return rowFrom(read.data, row);
    const [issue] = read.error.issues;
    throw refused(row, 'a party of the list', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  });
}

function partiesIn(content: string): unknown[] {
  refuseWhatIsNoTable(consolidatedJson, content);
  const parties: unknown = resultsOf(parsed(content));
  if (!Array.isArray(parties)) throw refused(null, 'an array of parties', typeof parties);
  if (parties.length === 0) throw refused(null, 'parties', 'an empty array');
  return parties;
}

function resultsOf(json: unknown): unknown {
  return typeof json === 'object' && json !== null && 'results' in json ? json.results : json;
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (cause) {
    throw refused(null, 'JSON', 'text that is none, or is cut', cause);
  }
}

function rowFrom(party: z.infer<typeof Party>, row: number): ConsolidatedRow {
  return {
    row,
    id: party.id,
    source: party.source,
    kind: party.type,
    name: party.name.trim(),
    title: party.title,
    alternativeNames: party.alt_names.map((name) => name.replace(/^and /, '')),
    addresses: (party.addresses ?? []).filter((address) => address.text !== ''),
    programmes: party.programs,
    birthDates: party.dates_of_birth,
    countries: [...party.nationalities, ...party.citizenships],
    birthPlaces: party.places_of_birth,
    ids: (party.ids ?? []).map(({ type, number, country }) => ({ kind: type, value: number, country })),
    texts: textsFrom((column) => party[column]),
  };
}

function refused(row: number | null, expected: string, found: string, cause?: unknown): ListRefusedError {
  const whatToDo =
    'Download the file again; if it stays so, its form has changed and the CSV may be used instead';
  return new ListRefusedError({ file: consolidatedJson, row, expected, found, whatToDo }, { cause });
}
