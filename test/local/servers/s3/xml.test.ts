import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { childrenNamed, readXml, textAt } from '../../../../local/servers/s3/xml-reader.ts';
import { xmlDocument } from '../../../../local/servers/s3/xml-writer.ts';

const seed = 20_260_103;

describe('S3 documents', () => {
  it(`read back as they were written, whatever the text is (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (texts) => {
        const document = xmlDocument('Root', { Item: texts.map((Text) => ({ Text })) });
        const items = childrenNamed(readXml(Buffer.from(document)), 'Item');
        expect(items.map((item) => textAt(item, 'Text'))).toEqual(texts);
      }),
      { seed },
    );
  });

  it('read a declaration, attributes, comments, empty elements and every kind of character reference', () => {
    const source =
      '<?xml version="1.0"?><!-- c --><a xmlns="u"><b/><c d="e">&lt;&#65;&#x42;&apos;&unknown;</c></a>\n';
    const root = readXml(Buffer.from(source));
    expect(root.children.map(({ name }) => name)).toEqual(['b', 'c']);
    expect(textAt(root, 'c')).toBe("<AB'&unknown;");
  });

  it.each(['', 'plain', '<a>', '<a></b>', '</a>', '<a/><b/>', '<a><'])(
    'are refused when malformed: %j',
    (source) => {
      expect(() => readXml(Buffer.from(source))).toThrow('not well-formed');
    },
  );
});
