import { describe, expect, it } from 'vitest';
import { readEnhancedXml } from '../../../../domain/lists/enhanced-xml/read-enhanced-xml.ts';
import { xmlLimits } from '../../../../domain/lists/xml/xml-limits.ts';
import { enhancedEntity, enhancedXml, faultOf, nameXml } from './xml-samples.ts';

const file = 'SDN_ENHANCED.XML';
const read = (...chunks: (string | Uint8Array)[]) => readEnhancedXml(chunks, { file, list: 'ofac-sdn' });
const good = enhancedXml(enhancedEntity('36') + enhancedEntity('306'));

describe('an XML list is refused', () => {
  it('says which file, what was expected and found, and what to do', () => {
    expect(() => read('')).toThrow(
      'SDN_ENHANCED.XML: expected <sanctionsData>, found an empty file. Download the file again',
    );
    expect(read(good).entries).toHaveLength(2);
  });

  it.each([
    ['it is empty', [''], 'an empty file'],
    ['it has blanks alone', [' \r\n', '\n'], 'an empty file'],
    ['it is a web page', ['<html><body>Moved</body></html>'], 'a web page'],
    ['it is a web page that says so', ['<!DOCTYPE html><html></html>'], 'a web page'],
    ['it is the answer of an API', ['{"message":"Forbidden"}'], 'Non-whitespace before first tag.'],
    ['it is another XML', ['<Sanctions/>'], '<Sanctions>'],
    [
      'its root is not closed',
      [good.slice(0, good.indexOf('</sanctionsData>'))],
      'a file cut short before it',
    ],
    ['another document comes behind it', [`${good}<sanctionsData/>`], 'another one behind it'],
    ['tags do not match', [good.replace('</names>', '</name>')], 'Unexpected close tag'],
    ['it is not UTF-8', [Buffer.from(`\uFEFF${good}`, 'utf16le')], 'other bytes'],
    ['a character is cut off at its end', [new TextEncoder().encode(`${good}я`).slice(0, -1)], 'other bytes'],
  ])('when %s', (_, chunks, found) => {
    const fault = faultOf(() => read(...chunks));
    expect(fault).toMatchObject({ file, row: null, found });
  });

  it('when it has a document type, before any entity of it could be expanded', () => {
    const lines = Array.from(
      { length: 20 },
      (_, index) => `<!ENTITY e${index + 1} "&e${index};&e${index};">`,
    );
    const bomb = `<!DOCTYPE sanctionsData [<!ENTITY e0 "ha">${lines.join('')}]>${good}`;
    expect(faultOf(() => read(bomb)).expected).toBe('XML without a document type');
    expect(faultOf(() => read(good.replace('NOVATEK', '&e20;'))).found).toBe('Invalid character entity');
  });

  it('when a party comes twice', () => {
    const twice = enhancedXml(enhancedEntity('36') + enhancedEntity('306') + enhancedEntity('36'));
    expect(faultOf(() => read(twice))).toMatchObject({ row: 3, found: 'number 36 again' });
  });

  it('when a party has no number, no primary name or no known kind', () => {
    const alias = nameXml('NOVATEK', { primary: false, alias: 'A.K.A.' });
    const refusedEntity = (entity: string) => faultOf(() => read(enhancedXml(enhancedEntity('1') + entity)));
    expect(refusedEntity(enhancedEntity('36a'))).toMatchObject({ row: 2, found: '"36a"' });
    expect(refusedEntity(enhancedEntity('36', { names: alias }))).toMatchObject({
      found: 'none of entity 36',
    });
    expect(refusedEntity(enhancedEntity('36', { names: nameXml(' ') }))).toMatchObject({ row: 2 });
    const spaceship = enhancedEntity('36').replace('>Entity<', '>Spaceship<');
    expect(refusedEntity(spaceship)).toMatchObject({ row: 2, found: '"Spaceship" (36)' });
  });

  it('when it holds no party, no day, or is another list than the one it is taken for', () => {
    expect(faultOf(() => read(enhancedXml('')))).toMatchObject({ expected: 'at least one party' });
    expect(faultOf(() => read(enhancedXml('', { info: '<dataAsOf>soon</dataAsOf>' }))).found).toBe('"soon"');
    const unsaid = good.replace(/<publicationInfo>.*<\/publicationInfo>/, '');
    expect(faultOf(() => read(unsaid)).expected).toBe('a publicationInfo with dataAsOf');
    const filters = '<sanctionsLists><sanctionsList>Consolidated List</sanctionsList></sanctionsLists>';
    const info = `<dataAsOf>2025-01-10</dataAsOf><filters>${filters}</filters>`;
    const other = faultOf(() => read(enhancedXml(enhancedEntity('36'), { info })));
    expect(other).toMatchObject({ expected: 'the SDN List', found: '"Consolidated List"' });
  });

  it('when a text, a nesting or a record is larger than in any list', () => {
    const long = 'x'.repeat(xmlLimits.textLength + 1);
    const bytes = new TextEncoder().encode(enhancedXml(enhancedEntity('36', { names: nameXml(long) })));
    const inPieces = Array.from({ length: 40 }, (_, index) => bytes.slice(index * 500, (index + 1) * 500));
    expect(faultOf(() => read(...inPieces)).expected).toBe('texts of at most 16384 characters');
    const deep = good.replace('<names>', '<x>'.repeat(xmlLimits.depth));
    expect(faultOf(() => read(deep)).expected).toBe('at most 40 elements within one another');
    const wide = enhancedEntity('36', { rest: '<x/>'.repeat(xmlLimits.elementsPerRecord) });
    expect(faultOf(() => read(enhancedXml(wide)))).toMatchObject({ row: 1, found: 'more' });
  });

  it.each([
    ['entities/deleted', '<entities>', `<entities><deleted>${enhancedEntity('7')}</deleted>`],
    ['entities/Entity', '<entities>', `<entities><Entity id="7"></Entity>`],
    ['entities/entities', '<entities>', `<entities><entities>${enhancedEntity('7')}</entities>`],
    ['news', '<entities>', '<news><item/></news><entities>'],
    ['featureTypes/entity', '<entities>', `<featureTypes>${enhancedEntity('7')}</featureTypes><entities>`],
    ['entity within record 1', '<names>', `<more>${enhancedEntity('7')}</more><names>`],
  ])('when it could hold parties where nobody looks: %s', (place, at, changed) => {
    expect(faultOf(() => read(good.replace(at, changed))).found).toBe(`"${place}"`);
  });

  it('when blanks fill it before, between or behind its elements', () => {
    const blanks = ' '.repeat(200_000);
    for (const at of ['<sanctionsData>', '<entities>']) {
      const fault = faultOf(() => read(new TextEncoder().encode(good.replace(at, `${blanks}${at}`))));
      expect(fault.expected).toBe('at most 4096 characters between elements');
    }
    expect(faultOf(() => read(good + blanks))).toMatchObject({ found: 'more' });
  });

  it('without repeating more of it than a line', () => {
    const name = 'y'.repeat(5_000);
    for (const chunk of [`<${name}>`, enhancedXml(enhancedEntity(name)), `<!DOCTYPE ${name}>`]) {
      expect(faultOf(() => read(chunk)).found.length).toBeLessThan(120);
    }
  });
});

it('a name such as __proto__ is a name like any other', () => {
  const rest = '<__proto__ constructor="a">b</__proto__><constructor/>';
  const names = nameXml('__proto__') + nameXml('constructor', { primary: false, alias: '__proto__' });
  const [entry] = read(enhancedXml(enhancedEntity('36', { names, rest }))).entries;
  expect(entry?.names.map(({ text }) => text)).toEqual(['__proto__', 'constructor']);
  expect(entry?.remarks).toBe('__proto__ b; constructor');
});
