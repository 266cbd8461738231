import { Decimal } from 'decimal.js';

/**
 * Decimals wide enough that no sum of products of units and list prices is ever rounded: 20 digits of quantity, 10 of price, and
 * up to 30 more from bytes per gigabyte (2^30).
 */
export const Usd = Decimal.clone({ precision: 100 });
export type Usd = Decimal;
