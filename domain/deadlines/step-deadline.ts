import type { Deadline } from './deadline.ts';

/** What was asked for was done. In time it is answered; after its time it stays missed, and says when. */
export function answerDeadline(deadline: Deadline, at: string): Deadline {
  if (deadline.answeredAt !== null) return deadline;
  const isLate = deadline.state === 'missed' || at > deadline.dueAt;
  return { ...deadline, state: isLate ? 'missed' : 'answered', answeredAt: at };
}

/** Marks everything up to this mark as reminded of. */
export function remindedOf(deadline: Deadline, percent: number, at: string): Deadline {
  const reminders = deadline.reminders.map((reminder) =>
    reminder.percent <= percent && reminder.remindedAt === null ? { ...reminder, remindedAt: at } : reminder,
  );
  return { ...deadline, reminders };
}

/** Its time is over without an answer. Before that, and of one that was answered, nothing changes. */
export function missDeadline(deadline: Deadline, now: string): Deadline {
  return deadline.state === 'open' && now > deadline.dueAt ? { ...deadline, state: 'missed' } : deadline;
}
