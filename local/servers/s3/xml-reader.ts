import { S3Error } from './s3-error.ts';

export interface XmlElement {
  readonly name: string;
  readonly text: string;
  readonly children: readonly XmlElement[];
}

interface OpenElement {
  name: string;
  text: string;
  children: XmlElement[];
}

/** A declaration or comment, a tag (closing mark, name, self-closing mark), or text up to the next tag. */
const token = /<(?:\?[^>]*\?|!--[\s\S]*?--|(\/?)([\w.:-]+)[^>]*?(\/?))>|([^<]+)/y;
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Reads a request body. Attributes are dropped: no S3 request of ours puts meaning in one. */
export function readXml(body: Buffer): XmlElement {
  const source = body.toString('utf8');
  const document: OpenElement = { name: '', text: '', children: [] };
  const open = [document];
  const reader = new RegExp(token);
  while (reader.lastIndex < source.length) {
    const match = reader.exec(source);
    const current = open.at(-1);
    if (!match || !current) throw malformed(source);
    const [, closing, name, selfClosing, text] = match;
    if (text !== undefined) current.text += unescapeText(text);
    else if (closing) {
      if (current.name !== name || open.length === 1) throw malformed(source);
      open.pop();
    } else if (name !== undefined) {
      const child: OpenElement = { name, text: '', children: [] };
      current.children.push(child);
      if (!selfClosing) open.push(child);
    }
  }
  const [root] = document.children;
  if (!root || open.length !== 1 || document.children.length !== 1) throw malformed(source);
  return root;
}

export function childrenNamed(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The element at the end of a path of names, each the first of its name. */
export function find(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((at, name) => childrenNamed(at, name)[0], element);
}

export function textAt(element: XmlElement | undefined, ...path: readonly string[]): string | undefined {
  return find(element, ...path)?.text;
}

function unescapeText(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex) return String.fromCodePoint(parseInt(hex, 16));
      if (decimal) return String.fromCodePoint(Number(decimal));
      return entities[name ?? ''] ?? whole;
    },
  );
}

function malformed(source: string): S3Error {
  return new S3Error(
    400,
    'MalformedXML',
    `The XML you provided was not well-formed: ${source.slice(0, 80) || 'it is empty'}`,
  );
}
