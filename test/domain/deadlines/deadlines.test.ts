import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Deadline } from '../../../domain/deadlines/deadline.ts';
import { deadlinesDue } from '../../../domain/deadlines/deadlines-due.ts';
import { dueAt } from '../../../domain/deadlines/due-at.ts';
import { startDeadline } from '../../../domain/deadlines/start-deadline.ts';
import { answerDeadline, missDeadline, remindedOf } from '../../../domain/deadlines/step-deadline.ts';
import type { DeadlineUnit } from '../../../domain/policy/deadline-term.ts';
import { shippedPack } from '../policy/shipped-packs.ts';

const seed = 7302;
const dayMs = 24 * 3600 * 1000;
const marks = [50, 80];

function started(amount: number, unit: DeadlineUnit, at: string): Deadline {
  const term = { id: 'DL-99', rule: 'X-01', trigger: 'something happens', amount, unit };
  const pack = { id: 'pack', version: '1.0.0' };
  const start = startDeadline(term, { id: 'd1', at, pack, remindersAtPercent: marks });
  if (start.outcome !== 'started') throw new Error(`no clock: ${start.because}`);
  return start.deadline;
}

const clocks = fc.record({
  amount: fc.integer({ min: 1, max: 3660 }),
  unit: fc.constantFrom<DeadlineUnit>('calendarDays', 'days', 'years', 'yearsMinimum'),
  at: fc
    .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString()),
});

describe('when a deadline is due', () => {
  it('counts the next day as day 1 and lasts to the end of the last day in UTC', () => {
    const term = { amount: 10, unit: 'calendarDays' } as const;
    expect(dueAt('2026-03-01T00:00:00.000Z', term)).toBe('2026-03-11T23:59:59.999Z');
    expect(dueAt('2026-03-01T23:59:59.999Z', term)).toBe('2026-03-11T23:59:59.999Z');
  });

  it('is not moved by a weekend', () => {
    // 7 March 2026 is a Saturday.
    expect(dueAt('2026-03-06T12:00:00.000Z', { amount: 1, unit: 'calendarDays' })).toMatch(/^2026-03-07T/);
  });

  it('ends early what must be done by, and late what must be kept, when 29 February is missing', () => {
    const leapDay = '2028-02-29T09:00:00.000Z';
    expect(dueAt(leapDay, { amount: 2, unit: 'years' })).toMatch(/^2030-02-28T/);
    expect(dueAt(leapDay, { amount: 2, unit: 'yearsMinimum' })).toMatch(/^2030-03-01T/);
    expect(dueAt(leapDay, { amount: 4, unit: 'years' })).toMatch(/^2032-02-29T/);
  });

  it(`is so many days after the day of the start, whatever the hour (seed ${seed})`, () => {
    fc.assert(
      fc.property(clocks, ({ amount, at }) => {
        const due = dueAt(at, { amount, unit: 'calendarDays' });
        const days = (Date.parse(due.slice(0, 10)) - Date.parse(at.slice(0, 10))) / dayMs;
        expect(days, `seed ${seed}`).toBe(amount);
      }),
      { seed },
    );
  });

  it(`never keeps less than whole years, and never grants more (seed ${seed})`, () => {
    fc.assert(
      fc.property(clocks, ({ amount, at }) => {
        const years = amount % 100;
        const sameDay = `${Number(at.slice(0, 4)) + years}${at.slice(4, 10)}`;
        expect(dueAt(at, { amount: years, unit: 'yearsMinimum' }).slice(0, 10) >= sameDay).toBe(true);
        expect(dueAt(at, { amount: years, unit: 'years' }).slice(0, 10) <= sameDay).toBe(true);
      }),
      { seed },
    );
  });
});

describe('a deadline', () => {
  it(`reminds in rising order after its start and before it is due, and stays in its schema (seed ${seed})`, () => {
    fc.assert(
      fc.property(clocks, ({ amount, unit, at }) => {
        const deadline = started(amount, unit, at);
        const times = [at, ...deadline.reminders.map((reminder) => reminder.at), deadline.dueAt];
        expect(times, `seed ${seed}`).toEqual([...new Set(times)].sort());
        expect(Deadline.parse(deadline)).toEqual(deadline);
      }),
      { seed },
    );
  });

  it('has no clock where the text gives no number or asks for something first', () => {
    const pack = shippedPack('us-iaas-nprm-2024');
    if (pack.kind !== 'identification') throw new Error('expected the identification pack');
    const start = { id: 'd', at: '2026-11-23T00:00:00.000Z', pack, remindersAtPercent: marks };
    const without = pack.deadlines.filter((term) => startDeadline(term, start).outcome === 'noClock');
    expect(without.map(({ id }) => id)).toEqual(['DL-09', 'DL-10', 'DL-14', 'DL-15', 'DL-16', 'DL-17']);
  });

  it('says on which term of which pack it rests', () => {
    const deadline = started(10, 'calendarDays', '2026-11-23T10:00:00.000Z');
    expect(deadline.basis).toEqual({
      term: 'DL-99',
      rule: 'X-01',
      pack: 'pack',
      version: '1.0.0',
      amount: 10,
      unit: 'calendarDays',
    });
  });

  it('that is answered after its time stays missed, and is never answered twice', () => {
    const deadline = started(1, 'calendarDays', '2026-11-23T10:00:00.000Z');
    const late = answerDeadline(deadline, '2026-11-25T00:00:00.000Z');
    expect(late).toMatchObject({ state: 'missed', answeredAt: '2026-11-25T00:00:00.000Z' });
    expect(answerDeadline(late, '2026-11-26T00:00:00.000Z')).toBe(late);
    expect(answerDeadline(deadline, deadline.dueAt)).toMatchObject({ state: 'answered' });
  });

  it(`never moves, whatever is done to it (seed ${seed})`, () => {
    const steps = fc.array(
      fc.record({ kind: fc.constantFrom('answer', 'miss', 'remind'), hours: fc.nat(2000) }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(clocks, steps, ({ amount, unit, at }, taken) => {
        const first = started(amount, unit, at);
        let deadline = first;
        for (const { kind, hours } of taken) {
          const now = new Date(Date.parse(at) + hours * 3_600_000).toISOString();
          if (kind === 'answer') deadline = answerDeadline(deadline, now);
          else if (kind === 'miss') deadline = missDeadline(deadline, now);
          else deadline = remindedOf(deadline, 80, now);
        }
        expect([deadline.dueAt, deadline.startedAt, deadline.basis], `seed ${seed}`).toEqual([
          first.dueAt,
          first.startedAt,
          first.basis,
        ]);
      }),
      { seed },
    );
  });
});

describe('what is due', () => {
  const deadline = started(10, 'calendarDays', '2026-11-01T00:00:00.000Z');

  it('is a reminder at each mark, once, and nothing before', () => {
    const [half, late] = deadline.reminders.map(({ at }) => at);
    expect(deadlinesDue([deadline], '2026-11-02T00:00:00.000Z')).toEqual([]);
    expect(deadlinesDue([deadline], String(half))).toEqual([{ step: 'remind', deadline: 'd1', percent: 50 }]);
    const reminded = remindedOf(deadline, 50, String(half));
    expect(deadlinesDue([reminded], String(half))).toEqual([]);
    expect(deadlinesDue([reminded], String(late))).toEqual([{ step: 'remind', deadline: 'd1', percent: 80 }]);
  });

  it('is only the last mark where an earlier one was slept through', () => {
    expect(deadlinesDue([deadline], deadline.dueAt)).toEqual([
      { step: 'remind', deadline: 'd1', percent: 80 },
    ]);
  });

  it('is missed one millisecond after its end, unless it was answered', () => {
    const after = new Date(Date.parse(deadline.dueAt) + 1).toISOString();
    expect(deadlinesDue([deadline], after)).toEqual([{ step: 'miss', deadline: 'd1' }]);
    expect(deadlinesDue([answerDeadline(deadline, deadline.dueAt)], after)).toEqual([]);
    expect(missDeadline(deadline, deadline.dueAt)).toBe(deadline);
  });

  it('comes in order of due date', () => {
    const later = { ...started(5, 'calendarDays', '2026-11-05T00:00:00.000Z'), id: 'd0' };
    const sooner = { ...started(1, 'calendarDays', '2026-11-05T00:00:00.000Z'), id: 'd2' };
    const due = deadlinesDue([later, sooner], '2027-01-01T00:00:00.000Z');
    expect(due.map(({ deadline: id }) => id)).toEqual(['d2', 'd0']);
  });
});
