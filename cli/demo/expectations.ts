import { isDeepStrictEqual } from 'node:util';
import type { Knock } from './knock-at-door.ts';
import { findAccount } from './found-account.ts';
import type { Expected } from './planted-case.ts';
import type { SimulatedYear } from './simulated-year.ts';

/** Something that was planted, how it had to end and how it did. */
export interface Expectation {
  readonly id: string;
  readonly title: string;
  readonly expected: unknown;
  readonly found: unknown;
  readonly holds: boolean;
}

/** @param at whether the chapter's events are through, or the year is */
export async function checkPlanted(
  year: SimulatedYear,
  at: 'atFirst' | 'atLast',
  chapter?: string,
): Promise<Expectation[]> {
  const notices = year.receiver.notices();
  const due = year.plan.planted.filter((each) => chapter === undefined || each.chapter === chapter);
  const checks: Expectation[] = [];
  for (const { id, title, [at]: expected } of due) {
    if (!expected) continue;
    const found = await findAccount(year.stage, id, expected, notices);
    checks.push(expectation(id, title, inOrder(expected), found && inOrder(found)));
  }
  return checks;
}

/** A case holds when it held at first and at last; the first that does not is shown. */
export function joinChecks(atFirst: readonly Expectation[], atLast: readonly Expectation[]): Expectation[] {
  return atLast.map((last) => atFirst.find(({ id, holds }) => id === last.id && !holds) ?? last);
}

export function knockExpectations(knocks: readonly Knock[]): Expectation[] {
  return knocks.map(({ id, title, expected, found, isKept }) =>
    expectation(
      `door-${id}`,
      `turned away: ${title}`,
      { status: expected, isKept: false },
      { status: found, isKept },
    ),
  );
}

export function expectation(id: string, title: string, expected: unknown, found: unknown): Expectation {
  return { id, title, expected, found, holds: isDeepStrictEqual(expected, found) };
}

function inOrder(account: Expected): Expected {
  return { ...account, reasons: [...account.reasons].sort() };
}
