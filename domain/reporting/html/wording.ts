import { markup } from './markup.ts';
import type { Markup } from './markup.ts';

const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** 12345 → 12,345. Written out rather than by Intl, so that the bytes do not depend on the ICU version. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

export function plural(count: number, one: string, many: string): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** `2026-11-23` → `23 November 2026`. */
export function longDate(isoDate: string): string {
  const [year = '', month = '', day = ''] = isoDate.slice(0, 10).split('-');
  return `${Number(day)} ${months[Number(month) - 1] ?? month} ${year}`;
}

/** An instant for people, with the exact one for machines. */
export function instant(iso: string): Markup {
  return markup`<time datetime="${iso}">${longDate(iso)}, ${iso.slice(11, 16)} UTC</time>`;
}

export const statusNames = {
  pending: 'Pending',
  verified: 'Verified',
  restricted: 'Restricted',
  underReview: 'Under review',
  refused: 'Refused',
} as const;

export const personStatusNames = {
  us: 'US persons',
  foreign: 'Foreign persons',
  undetermined: 'Undetermined (treated as foreign)',
} as const;

export const identityNames = {
  verified: 'Verified',
  failed: 'Verification failed',
  notPerformed: 'Not yet verified',
} as const;

export const locationRuleNames = {
  addressCountry: 'Country of the address given',
  jurisdictionOfOrganisation: 'Jurisdiction of organisation',
  locationOfUse: 'Location of use',
} as const;
