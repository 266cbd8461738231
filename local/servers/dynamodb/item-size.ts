import type { AttributeValue, Item } from './attribute-value.ts';

/** AWS allows an item 400 KB, names included. */
export const largestItemBytes = 400 * 1024;

// A list or map costs 3 bytes and 1 for each element ("Item sizes and formats", DynamoDB developer guide).
const documentOverhead = 3;
const elementOverhead = 1;
// A number keeps up to 38 digits, which the guide puts at 21 bytes at most.
const largestNumberBytes = 21;

/** Bytes DynamoDB counts for an item: UTF-8 names and values. An item that does not exist counts nothing. */
export function itemSize(item: Item | undefined): number {
  if (!item) return 0;
  return Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + valueSize(value),
    0,
  );
}

function valueSize(value: AttributeValue): number {
  if ('S' in value) return Buffer.byteLength(value.S);
  if ('N' in value) return numberSize(value.N);
  if ('B' in value) return Buffer.byteLength(value.B, 'base64');
  if ('BOOL' in value || 'NULL' in value) return 1;
  if ('SS' in value) return sum(value.SS, (member) => Buffer.byteLength(member));
  if ('NS' in value) return sum(value.NS, numberSize);
  if ('BS' in value) return sum(value.BS, (member) => Buffer.byteLength(member, 'base64'));
  if ('L' in value) return documentOverhead + sum(value.L, (member) => elementOverhead + valueSize(member));
  return documentOverhead + Object.keys(value.M).length * elementOverhead + itemSize(value.M);
}

/** One byte for two significant digits, one for the exponent, one for a minus sign. */
function numberSize(text: string): number {
  const significant = text
    .replace(/e.*$/i, '')
    .replace(/[-+.]/g, '')
    .replace(/^0+|0+$/g, '');
  const bytes = Math.ceil(significant.length / 2) + 1 + (text.startsWith('-') ? 1 : 0);
  return Math.min(bytes, largestNumberBytes);
}

function sum<T>(members: readonly T[], size: (member: T) => number): number {
  return members.reduce((total, member) => total + size(member), 0);
}
