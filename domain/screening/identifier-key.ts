import { asciiLetters } from './names/scripts/latin.ts';

/** Shorter values are shared by too many documents to decide anything. */
const shortestKey = 5;

const evmAddress = /^0x[0-9a-f]{40}$/i;
const bech32Address = /^(?:bc|ltc|tb)1[02-9ac-hj-np-z]{11,87}$/i;
const base58Address = /^[1-9A-HJ-NP-Za-km-z]{25,110}$/;
const cashAddress = /^(?:bitcoincash:)?([qp][02-9ac-hj-np-z]{41})$/i;

/**
 * The form in which two writings of one identifier are equal, or `null` when it is too short to mean anything.
 * Base58 addresses tell upper case from lower; EVM and Bech32 addresses and documents' numbers do not.
 */
export function identifierKey(value: string): string | null {
  const compact = value
    .normalize('NFKC')
    .replaceAll(/[\s\p{Cf}\p{Cc}]/gu, '')
    .replace(/^(?:bitcoin|ethereum|litecoin|monero):/i, '');
  const cash = cashAddress.exec(compact)?.[1];
  if (cash !== undefined) return `wallet:${cash.toLowerCase()}`;
  if (evmAddress.test(compact) || bech32Address.test(compact)) return `wallet:${compact.toLowerCase()}`;
  if (base58Address.test(compact) && /\d/.test(compact)) return `wallet:${compact}`;
  const plain = value
    .normalize('NFKC')
    .replaceAll(/\p{Nd}/gu, asciiLetters)
    // `No. 5892464 (Venezuela)` is the number and what is said of it.
    .replaceAll(/\([^)]*\)/g, '')
    .replace(/^\s*(?:imo|mmsi|passport|n[or]?[.:°º]|number)\s*(?:n[or]?[.:°º]\s*)?(?=\S*\d)/i, '')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  return plain.length < shortestKey ? null : `other:${plain}`;
}
