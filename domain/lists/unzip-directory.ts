import { ListRefusedError } from './list-refused-error.ts';

/** Where the one packed file lies, from the directory at the end of the archive. */
export interface PackedFile {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc32: number;
  readonly packed: Uint8Array;
  readonly size: number;
}

/** Signatures and offsets are those of PKWARE's APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16. */
const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;
const endLength = 22;
const longestComment = 0xffff;
const zip64Mark = 0xffffffff;

/** @throws ListRefusedError when this is no archive, is cut short, encrypted, split, or holds anything but one file */
export function readDirectory(file: string, zip: Uint8Array): PackedFile {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = findEnd(file, view);
  const files = view.getUint16(end + 10, true);
  if (files !== 1) throw zipRefused(file, 'exactly one file inside', `${files}`);
  const entry = view.getUint32(end + 16, true);
  if (entry + 46 > end || view.getUint32(entry, true) !== directoryEntry) throw damaged(file);
  if ((view.getUint16(entry + 8, true) & 1) === 1) {
    throw zipRefused(file, 'a file that is not encrypted', 'an encrypted one');
  }
  const packedSize = view.getUint32(entry + 20, true);
  const size = view.getUint32(entry + 24, true);
  if (packedSize === zip64Mark || size === zip64Mark) throw zipRefused(file, 'less than 4 GB', 'ZIP64');
  const nameLength = view.getUint16(entry + 28, true);
  const start = dataStart(file, view, view.getUint32(entry + 42, true));
  if (start + packedSize > entry || entry + 46 + nameLength > end) throw damaged(file);
  return {
    name: new TextDecoder().decode(zip.subarray(entry + 46, entry + 46 + nameLength)),
    method: view.getUint16(entry + 10, true),
    crc32: view.getUint32(entry + 16, true),
    packed: zip.subarray(start, start + packedSize),
    size,
  };
}

export function zipRefused(file: string, expected: string, found: string): ListRefusedError {
  const whatToDo = 'Download the archive again; keep using the last publication';
  return new ListRefusedError({ file, row: null, expected, found, whatToDo });
}

function findEnd(file: string, view: DataView): number {
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) {
    if (view.getUint32(at, true) === endOfDirectory) return at;
  }
  const found = view.byteLength === 0 ? 'an empty file' : 'no directory at its end';
  throw zipRefused(file, 'a ZIP archive', found);
}

function dataStart(file: string, view: DataView, at: number): number {
  if (at + 30 > view.byteLength || view.getUint32(at, true) !== localHeader) throw damaged(file);
  return at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
}

function damaged(file: string): ListRefusedError {
  return zipRefused(file, 'a directory that fits the archive', 'offsets that lead elsewhere');
}
