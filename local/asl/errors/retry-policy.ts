import type { RetryRule } from '../definition.ts';
import { errorMatches } from './error-matching.ts';

/** Defaults of the States Language for a rule that leaves them out. */
const defaults = { IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 2 } as const;

/** The wait before retry number `retries + 1` of a rule, in seconds. */
export function retryDelaySeconds(rule: RetryRule, retries: number, random: () => number): number {
  const interval = rule.IntervalSeconds ?? defaults.IntervalSeconds;
  const grown = interval * (rule.BackoffRate ?? defaults.BackoffRate) ** retries;
  const capped = Math.min(grown, rule.MaxDelaySeconds ?? Infinity);
  return rule.JitterStrategy === 'FULL' ? capped * random() : capped;
}

/** Counts the retries of one visit to a state; each rule has its own count, as in AWS. */
export class RetryBudget {
  readonly #rules: readonly RetryRule[];
  readonly #used = new Map<RetryRule, number>();

  constructor(rules: readonly RetryRule[] = []) {
    this.#rules = rules;
  }

  /** Takes one retry for `error` and returns its delay in seconds, or undefined when none is left. */
  take(error: string, random: () => number): number | undefined {
    const rule = this.#rules.find((candidate) => errorMatches(candidate.ErrorEquals, error));
    if (!rule) return undefined;
    const used = this.#used.get(rule) ?? 0;
    if (used >= (rule.MaxAttempts ?? defaults.MaxAttempts)) return undefined;
    this.#used.set(rule, used + 1);
    return retryDelaySeconds(rule, used, random);
  }
}
