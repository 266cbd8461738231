import type { DeadlineTerm } from '../policy/deadline-term.ts';
import type { Deadline } from './deadline.ts';
import { dueAt } from './due-at.ts';

export interface DeadlineStart {
  /** The caller's own id of the deadline; the same start again has the same id. */
  readonly id: string;
  /** When what starts it happened or became known. ISO 8601, UTC, with milliseconds. */
  readonly at: string;
  readonly pack: { readonly id: string; readonly version: string };
  /** See `OwnTerms`. */
  readonly remindersAtPercent: readonly number[];
}

export type StartedDeadline =
  | { readonly outcome: 'started'; readonly deadline: Deadline }
  /** There is no clock to start: a term without a number, or something that has to be done first. */
  | { readonly outcome: 'noClock'; readonly because: 'open' | 'riskBased' | 'policy' | 'precondition' };

/** Starts the clock of a term. What a term of the law leaves open, a term of the provider's own may settle. */
export function startDeadline(
  term: Pick<DeadlineTerm, 'id' | 'rule' | 'trigger' | 'amount' | 'unit'>,
  start: DeadlineStart,
): StartedDeadline {
  const { id, rule, trigger, amount, unit } = term;
  switch (unit) {
    case 'open':
    case 'riskBased':
    case 'policy':
    case 'precondition':
      return { outcome: 'noClock', because: unit };
    case 'calendarDays':
    case 'days':
    case 'years':
    case 'yearsMinimum': {
      if (amount === null) throw new RangeError(`term ${id}: expected a number of ${unit}, found none`);
      const { id: pack, version } = start.pack;
      const basis = { term: id, rule, pack, version, amount, unit };
      return { outcome: 'started', deadline: opened(start, trigger, basis) };
    }
  }
}

function opened(
  { id, at, remindersAtPercent }: DeadlineStart,
  trigger: string,
  basis: Deadline['basis'],
): Deadline {
  const due = dueAt(at, basis);
  const [from, to] = [Date.parse(at), Date.parse(due)];
  const reminders = remindersAtPercent.map((percent) => ({
    percent,
    at: new Date(from + Math.floor(((to - from) * percent) / 100)).toISOString(),
    remindedAt: null,
  }));
  return { id, trigger, basis, startedAt: at, dueAt: due, reminders, state: 'open', answeredAt: null };
}
