import type { Deadline } from '../deadlines/deadline.ts';
import { startDeadline } from '../deadlines/start-deadline.ts';
import { answerDeadline } from '../deadlines/step-deadline.ts';
import type { DeadlineTerm, OwnTerms } from '../policy/deadline-term.ts';
import type { StartedTerm } from './programme-states.ts';
import type { ProgrammeTransition } from './programme-transitions.ts';

export interface TermBook {
  /** The provider's own pack: terms where a text gives none, and when to remind. */
  readonly provider: { readonly id: string; readonly version: string; readonly deadlines: OwnTerms };
  readonly identification: {
    readonly id: string;
    readonly version: string;
    readonly deadlines: readonly DeadlineTerm[];
  };
}

export interface DeadlineContext {
  /** Ids derive from account and revision: the same step again starts the same deadlines and not more of them. */
  readonly account: string;
  readonly revision: number;
  readonly at: string;
  readonly risk: 'low' | 'medium' | 'high';
}

/**
 * The deadlines of an account after a transition: those it answers answered, those it starts beside them. A deadline
 * that still runs is not started anew, since that would move it.
 * @throws RangeError when the packs have no number for a term that the transition starts
 */
export function deadlinesAfter(
  before: readonly Deadline[],
  { starts, answers }: Pick<ProgrammeTransition, 'starts' | 'answers'>,
  context: DeadlineContext,
  terms: TermBook,
): Deadline[] {
  const answered = before.map((deadline) =>
    answers.some((term) => stands(deadline, term)) && deadline.state === 'open'
      ? answerDeadline(deadline, context.at)
      : deadline,
  );
  const isRunning = (term: StartedTerm) =>
    answered.some((deadline) => deadline.state === 'open' && stands(deadline, term));
  const started = starts.filter((term) => !isRunning(term)).map((term) => start(term, context, terms));
  return [...answered, ...started];
}

/** `DL-15` stands for each of its three. */
function stands({ basis }: Deadline, term: StartedTerm): boolean {
  return basis.term === term || (term === 'DL-15' && basis.term.startsWith('DL-15-'));
}

function start(
  term: StartedTerm,
  { account, revision, at, risk }: DeadlineContext,
  terms: TermBook,
): Deadline {
  const { provider, identification } = terms;
  const wanted = term === 'DL-15' ? `DL-15-${risk}` : term;
  const own = provider.deadlines.terms.find(({ id }) => id === wanted);
  const found = own ?? identification.deadlines.find(({ id }) => id === wanted);
  if (!found) throw new RangeError(`term ${wanted}: expected it in ${provider.id} or ${identification.id}`);
  const started = startDeadline(found, {
    id: `${account}.${revision}.${wanted}`,
    at,
    pack: own ? provider : identification,
    remindersAtPercent: provider.deadlines.remindersAtPercent,
  });
  if (started.outcome === 'started') return started.deadline;
  throw new RangeError(`term ${wanted}: expected a number of days or years, found ${started.because}`);
}
