import { accessDenied, invalidArgument, invalidRequest } from './s3-error.ts';
import { readXml, textAt } from './xml-reader.ts';

export interface Retention {
  readonly mode: 'GOVERNANCE' | 'COMPLIANCE';
  /** Milliseconds since the epoch. */
  readonly until: number;
}

export type LegalHold = 'ON' | 'OFF';

export interface ObjectLock {
  readonly retention?: Retention | undefined;
  readonly legalHold?: LegalHold | undefined;
}

const dayMs = 86_400_000;

/** @throws S3Error `AccessDenied` while a retention or a legal hold protects the version */
export function refuseRemovalOfLocked(lock: ObjectLock, now: number, bypassesGovernance: boolean): void {
  const { retention, legalHold } = lock;
  const isRetained =
    retention !== undefined &&
    retention.until > now &&
    !(retention.mode === 'GOVERNANCE' && bypassesGovernance);
  if (legalHold === 'ON' || isRetained) {
    const reason = legalHold === 'ON' ? 'a legal hold' : `${retention?.mode ?? ''} retention`;
    throw accessDenied(`Access Denied because object protected by object lock: ${reason}`);
  }
}

/** A retention in force may be prolonged. Shortened or weakened it may be only under GOVERNANCE, and by bypassing it. */
export function refuseWeakerRetention(
  current: Retention | undefined,
  next: Retention | undefined,
  now: number,
  bypassesGovernance: boolean,
): void {
  if (!current || current.until <= now) return;
  const isWeaker =
    !next || next.until < current.until || (current.mode === 'COMPLIANCE' && next.mode !== 'COMPLIANCE');
  if (isWeaker && !(current.mode === 'GOVERNANCE' && bypassesGovernance)) {
    throw accessDenied(
      `Access Denied because object protected by object lock: ${current.mode} until ${new Date(current.until).toISOString()}`,
    );
  }
}

export function readRetention(
  mode: string | undefined,
  until: string | undefined,
  now: number,
): Retention | undefined {
  if (mode === undefined && until === undefined) return undefined;
  if (mode === undefined || until === undefined) {
    throw invalidArgument('the object lock mode and the retain-until date must both be supplied');
  }
  if (mode !== 'GOVERNANCE' && mode !== 'COMPLIANCE')
    throw invalidArgument(`Unknown wormMode directive: ${mode}`);
  const untilMs = Date.parse(until);
  if (!(untilMs > now)) throw invalidArgument(`The retain until date must be in the future: ${until}`);
  return { mode, until: untilMs };
}

export function readLegalHold(status: string | undefined): LegalHold | undefined {
  if (status === undefined || status === 'ON' || status === 'OFF') return status;
  throw invalidArgument(`Legal Hold must be either of 'ON' or 'OFF', found ${status}`);
}

/** The retention that a bucket's configuration gives a new object, if it has a rule. */
export function defaultRetention(configuration: string | undefined, now: number): Retention | undefined {
  if (configuration === undefined) return undefined;
  const root = readXml(Buffer.from(configuration));
  const rule = ['Rule', 'DefaultRetention'];
  const mode = textAt(root, ...rule, 'Mode');
  if (mode === undefined) return undefined;
  const days = textAt(root, ...rule, 'Days');
  const years = textAt(root, ...rule, 'Years');
  if ((days === undefined) === (years === undefined)) {
    throw invalidRequest('the default retention needs either Days or Years, and not both');
  }
  const until = days === undefined ? addYears(now, Number(years)) : now + Number(days) * dayMs;
  return readRetention(mode, new Date(until).toISOString(), now);
}

export function lockHeaders(lock: ObjectLock): Record<string, string> {
  const headers: Record<string, string> = {};
  if (lock.retention) {
    headers['x-amz-object-lock-mode'] = lock.retention.mode;
    headers['x-amz-object-lock-retain-until-date'] = new Date(lock.retention.until).toISOString();
  }
  if (lock.legalHold) headers['x-amz-object-lock-legal-hold'] = lock.legalHold;
  return headers;
}

/** Calendar years: over a leap day one day more than 365 each, so never shorter than AWS could mean. */
function addYears(time: number, years: number): number {
  const date = new Date(time);
  return date.setUTCFullYear(date.getUTCFullYear() + years);
}
