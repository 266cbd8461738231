import { z } from 'zod';

const Instant = z.iso.datetime({ precision: 3 });

/** When somebody is reminded, and when that was done; null while it was not. */
const Reminder = z.strictObject({
  percent: z.int().min(1).max(99),
  at: Instant,
  remindedAt: Instant.nullable(),
});
export type Reminder = z.infer<typeof Reminder>;

/**
 * Something that has to be done by a time. It is never moved and never deleted: it is answered, or it is missed. One
 * that is answered after its time stays missed, and says when it was answered.
 */
export const Deadline = z.strictObject({
  /** Of an account's deadline: account (128), revision (9) and term (23). */
  id: z.string().min(1).max(192),
  /** What has to be done, and after what, in the words of the term. */
  trigger: z.string().min(1).max(300),
  /** What it rests on: the term, its clause, and the pack in the version that set it. */
  basis: z.strictObject({
    term: z.string(),
    rule: z.string(),
    pack: z.string(),
    version: z.string(),
    amount: z.int().min(1),
    unit: z.enum(['calendarDays', 'days', 'years', 'yearsMinimum']),
  }),
  startedAt: Instant,
  /** The last millisecond, in UTC, at which it is in time. */
  dueAt: Instant,
  reminders: z.array(Reminder),
  state: z.enum(['open', 'answered', 'missed']),
  answeredAt: Instant.nullable(),
});
export type Deadline = z.infer<typeof Deadline>;
