import { Inflate } from 'fflate';
import { crc32 } from './unzip-checksum.ts';
import { readDirectory, zipRefused, type PackedFile } from './unzip-directory.ts';

/** Packed bytes unpacked at a time: at the best ratio that deflate reaches (1,032) they make 17 MB. */
const stepBytes = 16_384;

/** Bytes out of one packed byte: CONS_ENHANCED.ZIP of January 2025 has 17. A small file may have more. */
const largestRatio = 200;
const smallBytes = 1_048_576;

/** Whether the bytes start as a ZIP archive does, empty ones aside. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * The one XML file in the archive, piece by piece. Size and checksum are checked behind the last piece, so that only
 * who takes all pieces has a whole file.
 *
 * @throws ListRefusedError when the archive is damaged, encrypted, holds anything but one `.xml`, or unpacks to more
 *   than `largest` bytes, to more than a list can out of so few, or to another size than it says
 */
export function* unzipXml(file: string, zip: Uint8Array, largest: number): Generator<Uint8Array> {
  const packed = readDirectory(file, zip);
  if (!/\.xml$/i.test(packed.name)) {
    throw zipRefused(file, 'one .xml inside', `"${packed.name.slice(0, 60)}"`);
  }
  if (packed.size > largest) throw zipRefused(file, `at most ${largest} bytes inside`, `${packed.size}`);
  if (packed.size > Math.max(smallBytes, largestRatio * packed.packed.length)) {
    const found = `${packed.size} out of ${packed.packed.length}`;
    throw zipRefused(file, `at most ${largestRatio} bytes out of each packed one`, found);
  }
  let size = 0;
  let checksum = 0;
  for (const piece of unpacked(file, packed)) {
    size += piece.length;
    if (size > packed.size) throw zipRefused(file, `${packed.size} bytes inside`, 'more');
    checksum = crc32(piece, checksum);
    yield piece;
  }
  if (size !== packed.size) throw zipRefused(file, `${packed.size} bytes inside`, `${size}`);
  if (checksum !== packed.crc32) throw zipRefused(file, 'the checksum of the directory', 'another one');
}

function* unpacked(file: string, { method, packed }: PackedFile): Generator<Uint8Array> {
  if (method === 0) {
    yield packed;
    return;
  }
  if (method !== 8) throw zipRefused(file, 'a stored or deflated file', `method ${method}`);
  let pieces: Uint8Array[] = [];
  const inflate = new Inflate((piece) => pieces.push(piece));
  for (let at = 0; at < packed.length; at += stepBytes) {
    const step = packed.subarray(at, at + stepBytes);
    try {
      inflate.push(step, at + stepBytes >= packed.length);
    } catch (cause) {
      throw zipRefused(
        file,
        'deflated data',
        cause instanceof Error ? cause.message.slice(0, 60) : 'other data',
      );
    }
    yield* pieces;
    pieces = [];
  }
}
