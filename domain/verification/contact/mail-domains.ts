import { z } from 'zod';

const domain = z
  .string()
  .regex(/^(?=.{4,253}$)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'must be a domain in lower case');

/** A dated list of domains under which anybody gets an address: a domain that is not on it may be one as well. */
export const MailDomains = z.strictObject({
  asOf: z.iso.date(),
  /** Accounts that last, for everybody. */
  free: z.array(domain).max(5000),
  /** Addresses made to be thrown away. */
  disposable: z.array(domain).max(5000),
});
export type MailDomains = z.infer<typeof MailDomains>;

export type MailDomainKind = 'free' | 'disposable' | 'other';

/** What is known of the domain, or of one above it. */
export function mailDomainKind(name: string, { free, disposable }: MailDomains): MailDomainKind {
  const isUnder = (listed: string) => name === listed || name.endsWith(`.${listed}`);
  if (disposable.some(isUnder)) return 'disposable';
  return free.some(isUnder) ? 'free' : 'other';
}

/** The domain of an address or of a web address, in lower case and without `www.`; `null`: there is none. */
export function domainOf(address: string): string | null {
  const host = address.includes('@') ? address.slice(address.lastIndexOf('@') + 1) : hostOf(address);
  const name = host
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^www\./, '');
  return /^(?=.{4,253}$)[\p{L}\d-]+(?:\.[\p{L}\d-]+)+$/u.test(name) ? name : null;
}

function hostOf(address: string): string {
  const text = /^https?:\/\//i.test(address) ? address : `https://${address}`;
  return URL.canParse(text) ? new URL(text).hostname : '';
}

/** Under `co.uk` and its like strangers are neighbours. */
const sharedSecondLevel = /^(?:ac|co|com|edu|gob|gov|gouv|go|ne|net|nom|or|org|plc|ltd)\.[a-z]{2}$/;

/** Whether both are one domain, or one is under the other and the upper one is somebody's own. */
export function isSameDomain(one: string, other: string): boolean {
  if (one === other) return true;
  const [upper, lower] = one.length < other.length ? [one, other] : [other, one];
  return lower.endsWith(`.${upper}`) && !sharedSecondLevel.test(upper);
}
