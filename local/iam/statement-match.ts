import { conditionOperators } from './condition-operators.ts';
import type { ParsedPolicy, ParsedStatement } from './policy-document.ts';
import type { AccessRequest } from './request-context.ts';
import { matchesAction, matchesWildcard } from './wildcard.ts';

/** The statement that decided, and which of its patterns fitted. */
export interface StatementMatch {
  readonly policy: string;
  /** Place in the policy's `Statement`, from 0. */
  readonly statement: number;
  readonly actionPattern: string;
  readonly resourcePattern: string;
}

/** The first statement of that effect, in any of the policies, that covers the request. */
export function findStatement(
  policies: readonly ParsedPolicy[],
  effect: 'Allow' | 'Deny',
  request: AccessRequest,
  concerns: (statement: ParsedStatement) => boolean = () => true,
): StatementMatch | undefined {
  for (const policy of policies) {
    for (const [index, statement] of policy.statements.entries()) {
      if (statement.Effect !== effect || !concerns(statement)) continue;
      const patterns = fittingPatterns(statement, request);
      if (patterns) return { policy: policy.name, statement: index, ...patterns };
    }
  }
  return undefined;
}

function fittingPatterns(
  statement: ParsedStatement,
  request: AccessRequest,
): Pick<StatementMatch, 'actionPattern' | 'resourcePattern'> | undefined {
  const actionPattern = fitting(statement.Action, statement.NotAction, (pattern) =>
    matchesAction(pattern, request.action),
  );
  // A resource's own policy may leave the resource out; it then means that resource.
  const resourcePattern = fitting(resources(statement), statement.NotResource, (pattern) =>
    matchesWildcard(pattern, request.resource),
  );
  if (actionPattern === undefined || resourcePattern === undefined) return undefined;
  return conditionsHold(statement, request) ? { actionPattern, resourcePattern } : undefined;
}

function resources(statement: ParsedStatement): readonly string[] | undefined {
  return statement.Resource ?? (statement.NotResource === undefined ? ['*'] : undefined);
}

/** The pattern that fits; of a negated list, the whole list when none of it fits. */
function fitting(
  patterns: readonly string[] | undefined,
  negated: readonly string[] | undefined,
  fits: (pattern: string) => boolean,
): string | undefined {
  if (negated) return negated.some(fits) ? undefined : `not ${negated.join(', ')}`;
  return patterns?.find(fits);
}

function conditionsHold(statement: ParsedStatement, request: AccessRequest): boolean {
  return Object.entries(statement.Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) =>
      conditionOperators[operator]?.(request.context.get(key.toLowerCase()) ?? [], wanted),
    ),
  );
}
