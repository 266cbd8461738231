import type { IndexFile, Sections } from './index-file.ts';

/** Strings behind each other in UTF-8, and where each starts. */
export interface PackedStrings {
  readonly bytes: Uint8Array;
  /** One more than there are strings. */
  readonly starts: Uint32Array;
}

export function packStrings(strings: readonly string[]): PackedStrings {
  const encoder = new TextEncoder();
  const encoded = strings.map((text) => encoder.encode(text));
  const starts = new Uint32Array(strings.length + 1);
  encoded.forEach(({ length }, index) => {
    starts[index + 1] = (starts[index] ?? 0) + length;
  });
  const bytes = new Uint8Array(starts.at(-1) ?? 0);
  encoded.forEach((text, index) => {
    bytes.set(text, starts[index]);
  });
  return { bytes, starts };
}

export function stringSections(name: string, strings: readonly string[]): Sections {
  const { bytes, starts } = packStrings(strings);
  return { [`${name}.bytes`]: bytes, [`${name}.starts`]: starts };
}

/** Reads what `stringSections` has written. */
export function stringsOf(file: IndexFile, name: string): PackedStrings {
  return { bytes: file.bytes(`${name}.bytes`), starts: file.integers(`${name}.starts`) };
}

/** All of them at once; for those that hold only ASCII, so that a byte is a letter. */
export function unpackAscii({ bytes, starts }: PackedStrings): string[] {
  const text = new TextDecoder('latin1').decode(bytes);
  return Array.from({ length: starts.length - 1 }, (_, index) =>
    text.slice(starts[index], starts[index + 1]),
  );
}

/** A mark of byte order is a letter of the string like any other. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export function stringAt({ bytes, starts }: PackedStrings, index: number): string {
  return decoder.decode(bytes.subarray(starts[index], starts[index + 1]));
}
