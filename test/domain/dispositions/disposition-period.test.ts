import { describe, expect, it } from 'vitest';
import { dispositionPeriod, isExpired } from '../../../domain/dispositions/disposition-period.ts';
import { now } from './samples.ts';

const terms = { standingDays: 365, longestDays: 730 };

describe('how long a disposition holds', () => {
  it('is what the policy says, unless somebody says otherwise', () => {
    expect(dispositionPeriod(undefined, now, terms)).toEqual({ outcome: 'granted', until: '2027-03-01' });
    expect(dispositionPeriod('2026-04-01', now, terms)).toEqual({ outcome: 'granted', until: '2026-04-01' });
  });

  it('is at least today and at most what the policy allows', () => {
    const allowed = { outcome: 'notAllowed', earliest: '2026-03-01', latest: '2028-02-29' };
    expect(dispositionPeriod('2026-03-01', now, terms).outcome).toBe('granted');
    expect(dispositionPeriod('2028-02-29', now, terms).outcome).toBe('granted');
    expect(dispositionPeriod('2026-02-28', now, terms)).toEqual(allowed);
    expect(dispositionPeriod('2028-03-01', now, terms)).toEqual(allowed);
  });

  it('is never longer by default than anybody may ask for', () => {
    const period = dispositionPeriod(undefined, now, { standingDays: 365, longestDays: 30 });
    expect(period).toEqual({ outcome: 'granted', until: '2026-03-31' });
  });

  it('ends with its last day, in UTC', () => {
    expect(isExpired('2026-03-01', new Date('2026-03-01T23:59:59.999Z'))).toBe(false);
    expect(isExpired('2026-03-01', new Date('2026-03-02T00:00:00.000Z'))).toBe(true);
  });
});
