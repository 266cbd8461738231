const lengthBytes = 2;

/** Entries one after the other, each behind its length as a big-endian uint16. */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(
    entries.flatMap((entry) => {
      const length = Buffer.alloc(lengthBytes);
      length.writeUInt16BE(entry.length);
      return [length, entry];
    }),
  );
}

/** Null when the lengths do not add up to the bundle's own. */
export function decodeBundle(bundle: Uint8Array): Uint8Array[] | null {
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.byteLength);
  const entries: Uint8Array[] = [];
  let offset = 0;
  while (offset + lengthBytes <= bundle.length) {
    const start = offset + lengthBytes;
    offset = start + view.getUint16(offset);
    entries.push(bundle.subarray(start, offset));
  }
  return offset === bundle.length ? entries : null;
}
