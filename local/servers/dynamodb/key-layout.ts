import { createHash } from 'node:crypto';

// '!' is in no table or index name and sorts below every character of a key, '~' above; so `under` spans one prefix.
export const tableKey = (table: string): string => `table!${table}`;
export const allTables = 'table!';
export const itemPrefix = (table: string): string => `item!${table}!`;
export const indexPrefix = (table: string, index: string): string => `index!${table}!${index}!`;
export const allIndexesPrefix = (table: string): string => `index!${table}!`;
export const expiryPrefix = (table: string): string => `expiry!${table}!`;
export const allTokens = 'token!';

/** A client's token may hold any character; its digest does not. */
export const tokenKey = (token: string): string =>
  `${allTokens}${createHash('sha256').update(token).digest('hex')}`;

// Twelve digits of seconds reach the year 33658, and sort as text as they do as numbers.
export const expirySecondsDigits = 12;

export const expiryKey = (table: string, expiresAtSeconds: number, itemKey: string): string =>
  `${expiryPrefix(table)}${String(expiresAtSeconds).padStart(expirySecondsDigits, '0')}!${itemKey}`;

export function under(prefix: string): { readonly gte: string; readonly lt: string } {
  return { gte: prefix, lt: `${prefix}~` };
}
