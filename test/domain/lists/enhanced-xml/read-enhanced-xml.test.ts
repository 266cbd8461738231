import { describe, expect, it } from 'vitest';
import { readEnhancedXml } from '../../../../domain/lists/enhanced-xml/read-enhanced-xml.ts';
import type { ListedName, ListEntry } from '../../../../domain/lists/list-entry.ts';
import { readOfacSet } from '../../../../domain/lists/read-ofac-set.ts';
import { readXmlList } from '../../../../domain/lists/xml/read-xml-list.ts';
import { consolidatedSet } from '../sample-lists.ts';
import { consolidatedZip, enhancedEntity, enhancedXml, nameXml } from '../xml/xml-samples.ts';

const file = 'CONS_ENHANCED.ZIP';
const real = readXmlList({ list: 'ofac-cons', format: 'enhanced' }, file, consolidatedZip());
const entry = (entryId: string) => real.entries.find((candidate) => candidate.entryId === entryId);
const written = (entities: string) =>
  readEnhancedXml([enhancedXml(entities)], { file: 'SDN_ENHANCED.XML', list: 'ofac-sdn' });

describe('the real Enhanced XML of the Consolidated list', () => {
  it('is read whole: every party, name and weak name that was counted in the file by other means', () => {
    const names = real.entries.flatMap((candidate) => candidate.names);
    const inOtherScripts = names.filter(({ script }) => script !== 'Latn');
    expect(real.dataAsOf).toBe('2025-01-10');
    expect(real.entries).toHaveLength(443);
    // 1,579 names, 45 of them given in a second script.
    expect(names).toHaveLength(1_624);
    expect(names.filter(({ role }) => role !== 'primary')).toHaveLength(1_136 + 20);
    expect(names.filter(({ quality }) => quality === 'weak')).toHaveLength(70 + 1);
    expect(inOtherScripts.map(({ script }) => script).toSorted()).toEqual([
      ...Array<string>(inOtherScripts.length - 6).fill('Cyrl'),
      ...Array<string>(5).fill('Hans'),
      'Hant',
    ]);
  });

  it('says how many parties stand on each of OFAC’s own lists', () => {
    expect(Object.fromEntries(real.sublists)).toEqual({
      'CAPTA List': 1,
      'Consolidated List': 443,
      'FSE List': 1,
      'Non-SDN CMIC List': 68,
      'Non-SDN Menu-Based Sanctions List': 12,
      'Non-SDN Palestinian Legislative Council List': 78,
      'SDN List': 77,
      'Sectoral Sanctions Identifications List': 286,
    });
  });

  it('gives a company its names, identifiers, addresses and countries', () => {
    const gazprombank = entry('17016');
    expect(gazprombank).toMatchObject({ kind: 'entity', programmes: ['UKRAINE-EO13662', 'RUSSIA-EO14024'] });
    expect(gazprombank?.names.slice(0, 3)).toEqual([
      { text: 'GAZPROMBANK JOINT STOCK COMPANY', quality: 'strong', role: 'primary', script: 'Latn' },
      { text: 'ГАЗПРОМБАНК АКЦИОНЕРНОЕ ОБЩЕСТВО', quality: 'strong', role: 'primary', script: 'Cyrl' },
      { text: 'GAZPROMBANK OPEN JOINT STOCK COMPANY', quality: 'strong', role: 'fka', script: 'Latn' },
    ]);
    expect(gazprombank?.identifiers).toEqual(
      expect.arrayContaining([
        { kind: 'swift', value: 'GAZPRUMM' },
        { kind: 'taxId', value: '7744001497', country: 'RU' },
        { kind: 'lei', value: '253400WSS48YWMBUA688' },
      ]),
    );
    expect(gazprombank?.countries).toEqual(['CN', 'IN', 'KZ', 'MN', 'RU']);
    expect(gazprombank?.addresses[1]).toEqual({
      text: '6 Enh-Taivan St., Ulaanbaatar 14250, Mongolia',
      country: 'MN',
    });
  });

  it('gives a person a birth date as the days that it allows', () => {
    expect(entry('9639')?.birthDates).toEqual([
      { text: '1962', from: '1962-01-01', to: '1962-12-31', isApproximate: false },
    ]);
    expect(real.entries.flatMap(({ birthDates }) => birthDates)).toHaveLength(75);
  });

  it('ties parties by number', () => {
    expect(entry('20675')?.relationships).toEqual([
      { kind: 'Owned or Controlled By', name: 'OAO NOVATEK', entryId: '17064' },
    ]);
    expect(real.entries.flatMap(({ relationships }) => relationships)).toHaveLength(283);
  });

  it('keeps as text, and counts, what has no field of its own', () => {
    expect(real.keptAsText.get('feature ISIN')).toBe(165);
    expect(entry('30936')?.remarks).toContain('Listing Date (CMIC) 03 Jun 2021');
    // Every label of a document in it is known.
    expect([...real.keptAsText.keys()].filter((kind) => !kind.startsWith('feature '))).toEqual([
      'section issuingAuthority',
    ]);
  });

  it('agrees with the CSV of eleven months later on nearly all of the 442 parties that both hold', () => {
    const later = readOfacSet(consolidatedSet(), { publishedOn: '2025-12' }, 'ofac-cons').entries;
    const agreeing = (fact: (candidate: ListEntry) => unknown) =>
      later.filter((csv) => {
        const xml = entry(csv.entryId);
        return xml !== undefined && JSON.stringify(fact(csv)) === JSON.stringify(fact(xml));
      }).length;
    const isLatin = ({ script }: ListedName) => script === undefined || script === 'Latn';
    const gone = real.entries.filter((xml) => !later.some(({ entryId }) => entryId === xml.entryId));
    expect(later).toHaveLength(442);
    expect(gone.map(({ entryId }) => entryId)).toEqual(['26182']);
    expect({
      kind: agreeing(({ kind }) => kind),
      primaryName: agreeing(({ names }) => names[0]?.text),
      names: agreeing(({ names }) =>
        names
          .filter(isLatin)
          .map(({ text, quality, role }) => `${text} ${quality} ${role}`)
          .toSorted(),
      ),
      birthDates: agreeing(({ birthDates }) => birthDates),
      countries: agreeing(({ countries }) => countries),
      programmes: agreeing(({ programmes }) => programmes.toSorted()),
      identifiers: agreeing(({ identifiers }) =>
        identifiers.map(({ kind, value, country }) => `${kind} ${value} ${country ?? ''}`).toSorted(),
      ),
      addresses: agreeing(({ addresses }) => addresses.map(({ text }) => text).toSorted()),
      ties: agreeing(({ relationships }) => relationships.map(({ name }) => name).toSorted()),
      // What differs was looked at: OFAC changed it in between, or it is in another script, which CSV leaves out.
    }).toEqual({
      kind: 442,
      primaryName: 441,
      names: 435,
      birthDates: 442,
      countries: 442,
      programmes: 430,
      identifiers: 429,
      addresses: 425,
      ties: 437,
    });
  });
});

describe('an Enhanced XML', () => {
  it('keeps a name whose script or alias type is new, and counts the new value', () => {
    const alias = nameXml('OAO NOVATEK', { primary: false, alias: 'T.K.A.', script: 'Cuneiform' });
    const { entries, keptAsText } = written(enhancedEntity('17064', { names: nameXml('NOVATEK') + alias }));
    expect(entries[0]?.names[1]).toEqual({ text: 'OAO NOVATEK', quality: 'strong', role: 'aka' });
    expect(Object.fromEntries(keptAsText)).toEqual({ 'alias type T.K.A.': 1, 'script Cuneiform': 1 });
  });

  it('keeps a section that is new as text of its party', () => {
    const rest = '<vesselInfo><builtIn>Gdynia</builtIn></vesselInfo>';
    const { entries, keptAsText } = written(enhancedEntity('1', { rest }));
    expect(entries[0]?.remarks).toBe('vesselInfo Gdynia');
    expect(Object.fromEntries(keptAsText)).toEqual({ 'section vesselInfo': 1 });
  });

  it('says in the remarks what a document, and in the kind what a tie, is qualified by', () => {
    const document =
      '<type>Passport</type><documentNumber>U00242309</documentNumber><expirationDate>2029-01-01</expirationDate>';
    const tie =
      '<type>Associate Of</type><relatedEntity entityId="36">AEROCARIBBEAN</relatedEntity><quality>Low</quality>';
    const rest = `<identityDocuments><identityDocument>${document}</identityDocument></identityDocuments><relationships><relationship>${tie}</relationship></relationships>`;
    const [read] = written(enhancedEntity('1', { rest })).entries;
    expect(read?.identifiers).toEqual([{ kind: 'passport', value: 'U00242309' }]);
    expect(read?.remarks).toBe('Passport U00242309 expirationDate 2029-01-01');
    expect(read?.relationships).toEqual([
      { kind: 'Associate Of (Low)', name: 'AEROCARIBBEAN', entryId: '36' },
    ]);
  });

  it('reads wallets, MMSI and IMO numbers, and the issuer that stands behind a number', () => {
    const feature = (type: string, value: string) =>
      `<feature><type>${type}</type><value>${value}</value></feature>`;
    const document = (type: string, number: string) =>
      `<identityDocument><type>${type}</type><documentNumber>${number}</documentNumber><isValid>false</isValid></identityDocument>`;
    const rest =
      `<features>${feature('Digital Currency Address - XBT', '149w62rY42aZBox8fGcmqNsXUzSStKeq8C')}</features>` +
      `<identityDocuments>${document('MMSI', '572469210')}${document('Vessel Registration Identification', 'IMO 9187629')}${document('Registration ID', '1026303117642 (Russia)')}</identityDocuments>`;
    const [read] = written(enhancedEntity('15036', { rest })).entries;
    expect(read?.identifiers).toEqual([
      { kind: 'wallet', value: '149w62rY42aZBox8fGcmqNsXUzSStKeq8C' },
      { kind: 'mmsi', value: '572469210' },
      { kind: 'imo', value: '9187629' },
      { kind: 'registrationNumber', value: '1026303117642', country: 'RU' },
    ]);
    expect(read?.remarks).toContain('MMSI 572469210 not valid');
  });
});
