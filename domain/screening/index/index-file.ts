import { createHash } from 'node:crypto';
import { IndexRefusedError } from './index-refused-error.ts';

/** Raised when a reader of before could read the file wrongly, or one of now needs what earlier files do not have. */
export const indexFormat = 4;

const magic = 'KYCINDEX';
/** Sections start where every typed array may. */
const alignment = 8;
/** The magic word, the length of the header after it, and the first bytes of the SHA-256 of the header. */
const preambleBytes = magic.length + 4 + 4;

export type Section = Uint8Array | Uint32Array | Float64Array;
export type Sections = Readonly<Record<string, Section>>;

interface Header {
  readonly format: number;
  readonly about: unknown;
  /** SHA-256, in hex, of all that comes after the header: a copy that lost a byte would call listed parties clear. */
  readonly body: string;
  readonly sections: Readonly<Record<string, Place>>;
}

type Place = readonly [kind: Kind, offset: number, length: number];

const kinds = { u8: Uint8Array, u32: Uint32Array, f64: Float64Array } as const;
type Kind = keyof typeof kinds;

/** Packs typed arrays, in the byte order of the machines that run this (little-endian), behind a header in JSON. */
export function writeIndexFile(about: unknown, sections: Sections): Uint8Array {
  const places: Record<string, Place> = {};
  let offset = 0;
  for (const [name, section] of Object.entries(sections)) {
    places[name] = [kindOf(section), offset, section.length];
    offset = aligned(offset + section.byteLength);
  }
  const body = new Uint8Array(offset);
  for (const [name, section] of Object.entries(sections)) {
    const bytes = new Uint8Array(section.buffer, section.byteOffset, section.byteLength);
    body.set(bytes, places[name]?.[1]);
  }
  return withHeader({ format: indexFormat, about, body: sha256(body), sections: places }, body);
}

function withHeader(header: Header, body: Uint8Array): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const start = aligned(preambleBytes + text.length);
  const file = new Uint8Array(start + body.length);
  file.set(new TextEncoder().encode(magic));
  const preamble = new DataView(file.buffer);
  preamble.setUint32(magic.length, text.length, true);
  preamble.setUint32(magic.length + 4, checkOf(text), true);
  file.set(text, preambleBytes);
  file.set(body, start);
  return file;
}

/** A section that starts elsewhere would be read without a word and call listed parties clear. */
function checkOf(header: Uint8Array): number {
  return createHash('sha256').update(header).digest().readUInt32LE();
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export interface IndexFile {
  readonly about: unknown;
  /** SHA-256 of the file, in hex: its name. */
  readonly digest: string;
  readonly bytes: (name: string) => Uint8Array;
  readonly integers: (name: string) => Uint32Array;
  readonly numbers: (name: string) => Float64Array;
}

/**
 * Looks into the file without copying it.
 * @throws IndexRefusedError for what is no index, one that is not whole, or one of another format
 */
export function readIndexFile(given: Uint8Array): IndexFile {
  // Views need an aligned start, which a part of somebody's pool may not have.
  const file = given.byteOffset % alignment === 0 ? given : new Uint8Array(given);
  const { header, body } = readHeader(file);
  const sections = new Map(Object.entries(header.sections));
  const whole = body + bodyBytes(sections.values());
  if (file.length !== whole) {
    throw new IndexRefusedError(`${whole} bytes in all`, `${file.length}`, 'Copy or compile it again');
  }
  if (sha256(file.subarray(body)) !== header.body) {
    throw new IndexRefusedError('the bytes that were compiled', 'others', 'Copy or compile it again');
  }
  const view = <T extends Kind>(name: string, kind: T) => {
    const [found, offset, length] = sections.get(name) ?? missing(name);
    if (found !== kind) return missing(name);
    return new kinds[kind](
      file.buffer as ArrayBuffer,
      file.byteOffset + body + offset,
      length,
    ) as InstanceType<(typeof kinds)[T]>;
  };
  return {
    about: header.about,
    digest: sha256(file),
    bytes: (name) => view(name, 'u8'),
    integers: (name) => view(name, 'u32'),
    numbers: (name) => view(name, 'f64'),
  };
}

function bodyBytes(sections: Iterable<Place>): number {
  let end = 0;
  for (const [kind, offset, length] of sections) {
    end = Math.max(end, aligned(offset + length * kinds[kind].BYTES_PER_ELEMENT));
  }
  return end;
}

function readHeader(file: Uint8Array): { header: Header; body: number } {
  const word = new TextDecoder().decode(file.subarray(0, magic.length));
  if (word !== magic || file.length < preambleBytes) {
    throw new IndexRefusedError(`a file that starts with ${magic}`, 'another one', 'Compile the index again');
  }
  const preamble = new DataView(file.buffer, file.byteOffset);
  const length = preamble.getUint32(magic.length, true);
  const text = file.subarray(preambleBytes, preambleBytes + length);
  const header = parsed(new TextDecoder().decode(text));
  const format = header?.format ?? 'none';
  if (header === null || format !== indexFormat) {
    const isLater = typeof format === 'number' && format > indexFormat;
    const advice = isLater
      ? 'It was written by a later version: deploy that version, or compile the index again with this one'
      : 'Compile the index again';
    throw new IndexRefusedError(`format ${indexFormat}`, `format ${format}`, advice, {
      isOutdated: typeof format === 'number' && !isLater,
    });
  }
  if (preamble.getUint32(magic.length + 4, true) !== checkOf(text)) {
    throw new IndexRefusedError('the header that was written', 'another', 'Copy or compile it again');
  }
  return { header, body: aligned(preambleBytes + length) };
}

function parsed(text: string): Header | null {
  try {
    return JSON.parse(text) as Header | null;
  } catch (cause) {
    throw new IndexRefusedError('a whole header', 'one cut short', 'Compile the index again', { cause });
  }
}

function missing(section: string): never {
  throw new IndexRefusedError(`the section ${section}`, 'none', 'Compile the index again');
}

function kindOf(section: Section): Kind {
  if (section instanceof Uint32Array) return 'u32';
  return section instanceof Float64Array ? 'f64' : 'u8';
}

function aligned(offset: number): number {
  return Math.ceil(offset / alignment) * alignment;
}
