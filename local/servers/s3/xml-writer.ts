export type XmlValue = string | number | boolean | undefined | XmlFields | readonly XmlValue[];
export interface XmlFields {
  readonly [name: string]: XmlValue;
}

const escapes: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

/** A whole document in the S3 namespace. Lists repeat their element, `undefined` leaves it out. */
export function xmlDocument(root: string, content: XmlFields): string {
  const body = Object.entries(content).map(([name, value]) => element(name, value));
  return `${declaration}<${root} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${body.join('')}</${root}>`;
}

/** Errors, alone among S3's documents, stand in no namespace. */
export function xmlError(content: XmlFields): string {
  return declaration + element('Error', content);
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';

function element(name: string, value: XmlValue): string {
  if (value === undefined) return '';
  if (isList(value)) return value.map((item) => element(name, item)).join('');
  if (typeof value !== 'object') return `<${name}>${escapeText(String(value))}</${name}>`;
  const inner = Object.entries(value).map(([child, content]) => element(child, content));
  return `<${name}>${inner.join('')}</${name}>`;
}

function isList(value: XmlValue): value is readonly XmlValue[] {
  return Array.isArray(value);
}

function escapeText(text: string): string {
  // A carriage return written plainly would be read back as a line feed.
  return text.replace(/[<>&"]/g, (character) => escapes[character] ?? character).replaceAll('\r', '&#13;');
}
