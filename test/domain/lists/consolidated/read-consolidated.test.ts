import { describe, expect, it } from 'vitest';
import { readConsolidatedCsv } from '../../../../domain/lists/consolidated/consolidated-csv.ts';
import { readConsolidated } from '../../../../domain/lists/consolidated/read-consolidated.ts';
import { readOfacSet } from '../../../../domain/lists/read-ofac-set.ts';
import { normaliseName } from '../../../../domain/screening/names/normalise-name.ts';
import { mostWords } from '../../../../domain/screening/words/word.ts';
import { julySet, shippedFile } from '../sample-lists.ts';

const bytes = shippedFile('csl-2022-05-06/consolidated.csv.gz');
const reading = readConsolidated('consolidated.csv', bytes, '2022-05-06');
const list = (id: string) => reading.lists.find(({ summary }) => summary.list === id);
const encode = (text: string) => new TextEncoder().encode(text);

describe('the Consolidated Screening List of 6 May 2022', () => {
  it('gives the lists of Commerce and State, each with every party', () => {
    expect(reading.lists.map(({ summary }) => [summary.list, summary.entries])).toEqual([
      ['bis-dpl', 462],
      ['bis-entity', 2001],
      ['bis-meu', 71],
      ['bis-unverified', 201],
      ['state-debarred', 727],
      ['state-isn', 163],
    ]);
  });

  it('leaves OFAC’s lists to OFAC’s own files, and says so with the number of parties', () => {
    const left = reading.sources.filter((source) => source.left === 'ofacPublishesIt');
    expect(left.reduce((total, { parties }) => total + parties, 0)).toBe(
      10_026 + 290 + 78 + 68 + 53 + 17 + 3,
    );
    expect(reading.sources.filter((source) => source.left === 'unknownSource')).toEqual([]);
  });

  it('reads names apart, without the "and" before the last one, and the country of each address', () => {
    const [plant] = list('bis-entity')?.entries ?? [];
    expect(plant).toMatchObject({
      kind: 'unknown',
      names: [
        { text: '140 Repair Plant JSC', role: 'primary' },
        { text: 'Open Joint Stock Company 140 Repair Plant', role: 'aka' },
        { text: 'JSC 140 Repair Plant', role: 'aka' },
      ],
      countries: ['BY'],
      addresses: [{ text: '19 Luysi Chalovskoy St., Borisov, 222512, BY', country: 'BY' }],
      sources: [{ file: 'consolidated.csv', row: 38 }],
    });
  });

  it('takes of a listing that is a paragraph the name it opens with, and keeps the paragraph as remarks', () => {
    const paragraphs = (list('bis-entity')?.entries ?? []).filter(({ remarks }) =>
      remarks.startsWith('Listed as: '),
    );
    // One of them is published with a blank that does not break.
    expect(paragraphs.map(({ names }) => names.map(({ text }) => text.replace(/\s/g, ' ')))).toEqual([
      ['Ministry of Defence of the Russian Federation'],
      ['Pakistan Atomic Energy Commission (PAEC)'],
      ['The Ministry of Defence of the Republic of Belarus'],
    ]);
    expect(paragraphs[0]?.remarks).toContain('including the Armed Forces of Russia and all operating units');
  });

  it('gives no name with more words than are compared', () => {
    const names = reading.lists.flatMap(({ entries }) => entries).flatMap((entry) => entry.names);
    expect(names.filter(({ text }) => normaliseName(text).words.length > mostWords)).toEqual([]);
  });

  it('takes no state of the United States for a country', () => {
    const countries = list('bis-dpl')?.entries.flatMap((entry) => entry.countries) ?? [];
    expect(countries).not.toContain('NM');
    expect(countries).toContain('US');
  });

  it('agrees with OFAC’s own file on who was listed in both: two parsers, one answer', () => {
    const sdn = readConsolidatedCsv(bytes).filter(({ source }) => source.startsWith('Specially Designated'));
    const own = new Map(
      readOfacSet(julySet(), { publishedOn: '2021-07' }).entries.map(({ entryId, names }) => [
        entryId,
        names[0]?.text,
      ]),
    );
    const both = sdn.filter(({ id }) => own.has(id));
    const alike = both.filter(({ id, name }) => own.get(id) === name);
    expect(both.length).toBeGreaterThan(8_000);
    expect(alike.length / both.length).toBeGreaterThan(0.99);
  });
});

describe('a source that nobody has told us of', () => {
  const header = '_id,source,type,programs,name,addresses,alt_names,dates_of_birth,ids\n';
  const rows = 'a1,New List (NL) - Somewhere,,,X,,,,\na2,Unverified List (UVL) - BIS,,,Y,,,,\n';

  it('is counted and named, and its parties are on no list', () => {
    const read = readConsolidated('consolidated.csv', encode(header + rows), null);
    expect(read.sources).toEqual([
      { source: 'New List (NL) - Somewhere', parties: 1, list: null, left: 'unknownSource' },
      { source: 'Unverified List (UVL) - BIS', parties: 1, list: 'bis-unverified', left: null },
    ]);
    expect(read.lists.map(({ summary }) => summary.list)).toEqual(['bis-unverified']);
  });

  it.each([
    ['is empty', '', 'an empty file'],
    ['is a web page', '<!doctype html>', 'a web page or XML'],
    ['lacks a column', 'name\nX\n', 'the columns name'],
    ['has a header alone', header, 'a header alone'],
    ['was cut within a row', header + rows.slice(0, -4), 'Invalid Record Length'],
    ['has a party without a name', `${header}a1,Unverified List (UVL),,,,,,,\n`, 'no name'],
  ])('is not looked for in a file that %s', (_name, text, found) => {
    expect(() => readConsolidated('consolidated.csv', encode(text), null)).toThrow(found);
  });
});

describe('the JSON form', () => {
  const party = {
    id: 'e1',
    source: 'Entity List (EL) - Bureau of Industry and Security',
    type: null,
    name: 'Plant JSC',
    alt_names: ['Plant OAO', 'and Zavod'],
    addresses: [{ address: '1 Main St', city: 'Minsk', state: null, postal_code: '1', country: 'BY' }],
    ids: [{ type: 'Tax ID No.', number: '123456789', country: 'BY' }],
    federal_register_notice: '87 FR 20299',
    something_new: true,
  };

  it.each([
    ['an array', [party]],
    ['under results', { total: 1, results: [party] }],
  ])('gives the same entry as the CSV would, as %s', (_name, json) => {
    const read = readConsolidated('consolidated.json', encode(JSON.stringify(json)), null);
    expect(read.lists[0]?.entries[0]).toMatchObject({
      list: 'bis-entity',
      entryId: 'e1',
      kind: 'unknown',
      names: [{ text: 'Plant JSC' }, { text: 'Plant OAO' }, { text: 'Zavod' }],
      countries: ['BY'],
      addresses: [{ text: '1 Main St, Minsk, 1, BY', country: 'BY' }],
      identifiers: [{ kind: 'taxId', value: '123456789', country: 'BY' }],
      remarks: 'Federal Register notice: 87 FR 20299',
    });
  });

  it.each([
    ['is cut', '[{"id":', 'is cut'],
    ['is no array', '{"id":1}', 'object'],
    ['is empty', '[]', 'an empty array'],
    ['has a party without a source', '[{"id":"a","name":"X"}]', 'source'],
  ])('is refused when it %s', (_name, text, found) => {
    expect(() => readConsolidated('consolidated.json', encode(text), null)).toThrow(found);
  });
});

describe('a party of the Consolidated Screening List', () => {
  const kindOf = (written: string) => {
    const rows = `_id,source,type,programs,name,addresses,alt_names,dates_of_birth,ids\nu1,Entity List (EL),${written},,Y,,,,\n`;
    return readConsolidated('consolidated.csv', encode(rows), null).lists[0]?.entries[0]?.kind;
  };

  it.each(['constructor', 'toString', '__proto__', 'company', ''])(
    'of the type "%s" is of unknown kind',
    (type) => {
      expect(kindOf(type)).toBe('unknown');
    },
  );

  it('is of the kind that its type names, in any case', () => {
    expect(['Individual', 'ENTITY', 'vessel', 'Aircraft'].map(kindOf)).toEqual([
      ...['individual', 'entity', 'vessel', 'aircraft'],
    ]);
  });
});
