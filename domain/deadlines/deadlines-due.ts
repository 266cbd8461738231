import type { Deadline } from './deadline.ts';

export type DueStep =
  /** `percent`: the highest mark reached; marks before it that were missed are not sent late. */
  | { readonly step: 'remind'; readonly deadline: string; readonly percent: number }
  | { readonly step: 'miss'; readonly deadline: string };

/** What has to happen at a time, in order of due date. Answered and missed deadlines ask for nothing. */
export function deadlinesDue(deadlines: readonly Deadline[], now: string): DueStep[] {
  return deadlines
    .filter(({ state }) => state === 'open')
    .toSorted((a, b) => order(a.dueAt, b.dueAt) || order(a.id, b.id))
    .flatMap((deadline) => stepOf(deadline, now));
}

// Instants of one width compare as text.
function order(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function stepOf({ id, dueAt, reminders }: Deadline, now: string): DueStep[] {
  if (now > dueAt) return [{ step: 'miss', deadline: id }];
  const reached = reminders.filter(({ at }) => at <= now).at(-1);
  return reached?.remindedAt === null ? [{ step: 'remind', deadline: id, percent: reached.percent }] : [];
}
