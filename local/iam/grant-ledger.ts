import type { ParsedPolicy } from './policy-document.ts';
import type { StatementMatch } from './statement-match.ts';

/** One permission written in an identity policy. */
export interface Grant {
  /** ARN of the principal that has it. */
  readonly principal: string;
  readonly policy: string;
  /** Place in the policy's `Statement`, from 0. */
  readonly statement: number;
  /** As written, wildcards included. */
  readonly actionPattern: string;
  readonly resourcePattern: string;
}

/** A permission that let something through. */
export interface UsedGrant extends Grant {
  readonly action: string;
  /** The first resource it was used on. */
  readonly resource: string;
  readonly times: number;
}

/** What each allowing statement was used for, so that a test can name the grants that nothing needs. */
export class GrantLedger {
  readonly #used = new Map<string, UsedGrant>();

  note(principal: string, match: StatementMatch, action: string, resource: string): void {
    // One line per pattern and action, as a line per resource would grow with every object stored.
    const key = [principal, match.policy, match.statement, match.resourcePattern, action].join('\n');
    const known = this.#used.get(key);
    this.#used.set(
      key,
      known ? { ...known, times: known.times + 1 } : { principal, ...match, action, resource, times: 1 },
    );
  }

  used(): readonly UsedGrant[] {
    return [...this.#used.values()];
  }
}

/** Every (action, resource) pair that the allowing statements of a principal's policies write down. */
export function grantsOf(principal: string, policies: readonly ParsedPolicy[]): Grant[] {
  return policies.flatMap((policy) =>
    policy.statements.flatMap((statement, index) => {
      if (statement.Effect !== 'Allow') return [];
      const actions = statement.Action ?? [`not ${(statement.NotAction ?? []).join(', ')}`];
      const resources = statement.Resource ?? [`not ${(statement.NotResource ?? []).join(', ')}`];
      return actions.flatMap((actionPattern) =>
        resources.map((resourcePattern) => ({
          principal,
          policy: policy.name,
          statement: index,
          actionPattern,
          resourcePattern,
        })),
      );
    }),
  );
}
