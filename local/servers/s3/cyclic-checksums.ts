/** Castagnoli's polynomial, reflected (RFC 3720, appendix B.4). */
const crc32cTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value;
});

/** The NVM Express polynomial, reflected (NVMe command set specification, 64b guard). */
const crc64Table = Array.from({ length: 256 }, (_, byte) => {
  let value = BigInt(byte);
  for (let bit = 0; bit < 8; bit++) value = value & 1n ? (value >> 1n) ^ 0x9a6c9329ac4bc9b5n : value >> 1n;
  return value;
});
const crc64High = Uint32Array.from(crc64Table, (value) => Number(value >> 32n));
const crc64Low = Uint32Array.from(crc64Table, (value) => Number(value & 0xffffffffn));

export function crc32c(body: Uint8Array): number {
  let value = -1;
  for (const byte of body) value = (crc32cTable[(value ^ byte) & 255] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}

/** Kept in two 32-bit halves: bigints would be some thirty times slower. */
export function crc64nvme(body: Uint8Array): bigint {
  let high = -1;
  let low = -1;
  for (const byte of body) {
    const index = (low ^ byte) & 255;
    low = ((low >>> 8) | (high << 24)) ^ (crc64Low[index] ?? 0);
    high = (high >>> 8) ^ (crc64High[index] ?? 0);
  }
  return (BigInt(~high >>> 0) << 32n) | BigInt(~low >>> 0);
}
