import sax from 'sax';
import { decodedText } from './decoded-text.ts';
import { RecordStream, type XmlShape } from './record-stream.ts';
import { fileRefused, quoted } from './xml-refusal.ts';

/**
 * Gives every record to its reader, in order of the document.
 *
 * @throws ListRefusedError when the document is empty, no XML, a web page, of another root, cut short, has a document
 *   type (and so could define entities), has elements that nobody reads, or is larger than a list can be; and whatever a reader throws
 */
export function readXmlRecords(file: string, chunks: Iterable<Uint8Array | string>, shape: XmlShape): void {
  const stream = new RecordStream(file, shape);
  const parser = parserFor(file, stream);
  let isBlank = true;
  for (const text of decodedText(file, chunks)) {
    if (isBlank && text.trim() !== '') isBlank = false;
    if (text !== '') parser.write(text);
  }
  if (isBlank) throw fileRefused(file, `<${shape.root}>`, 'an empty file');
  if (!stream.isComplete) throw fileRefused(file, `the end </${shape.root}>`, 'a file cut short before it');
  parser.close();
}

function parserFor(file: string, stream: RecordStream): sax.SAXParser {
  // The parser bounds what it has not finished (64 KiB of a text, comment or attribute) only where it counts positions.
  const parser = sax.parser(true, { position: true });
  parser.onopentag = (tag) => {
    stream.open(tag as sax.Tag);
  };
  const takeText = (piece: string) => {
    stream.text(piece);
  };
  parser.ontext = takeText;
  parser.oncdata = takeText;
  parser.onclosetag = () => {
    stream.close();
  };
  parser.ondoctype = (doctype) => {
    const found = /^\s*html\b/i.test(doctype) ? 'a web page' : `a document type ${quoted(doctype.trim())}`;
    throw fileRefused(file, 'XML without a document type', found);
  };
  parser.onsgmldeclaration = (declaration) => {
    throw fileRefused(file, 'XML without declarations', quoted(declaration));
  };
  parser.onerror = (error) => {
    const [reason = 'a fault'] = error.message.split('\n');
    throw fileRefused(file, 'well-formed XML', reason.slice(0, 100));
  };
  return parser;
}
