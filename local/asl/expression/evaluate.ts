import jsonata from 'jsonata';
import { AslError } from '../errors/asl-error.ts';
import type { Json } from '../json.ts';
import { awsFunctions } from './aws-functions.ts';

/** What an expression can name with a dollar sign: `states` and the variables. */
export type Bindings = Readonly<Record<string, unknown>>;

const compiled = new Map<string, jsonata.Expression>();
const formatTime = jsonata('$fromMillis($at, $picture, $zone)');

/** Compiles an expression, as CreateStateMachine does to refuse what cannot be parsed. */
export function compile(source: string): jsonata.Expression {
  const known = compiled.get(source);
  if (known) return known;
  const expression = jsonata(source);
  for (const [name, implementation] of Object.entries(awsFunctions)) {
    expression.registerFunction(name, implementation as (...values: unknown[]) => unknown);
  }
  compiled.set(source, expression);
  return expression;
}

/**
 * Evaluates one JSONata expression to a JSON value of its own.
 *
 * @param now what `$now()` and `$millis()` say, in ms since the epoch
 * @throws AslError `States.QueryEvaluationError` when it fails, or yields nothing or a function
 */
export async function evaluate(source: string, bindings: Bindings, now: number): Promise<Json> {
  let result: unknown;
  try {
    result = await compile(source).evaluate(undefined, { ...timeFunctions(now), ...bindings });
  } catch (thrown) {
    throw new AslError('States.QueryEvaluationError', `'${source}': ${messageOf(thrown)}`);
  }
  if (result === undefined || isFunctionValue(result)) {
    throw new AslError(
      'States.QueryEvaluationError',
      `The JSONata expression '${source}' returned nothing (undefined).`,
    );
  }
  // Results are sequences of the library and may share parts of the input: only a copy is safe to keep.
  return JSON.parse(JSON.stringify(result)) as Json;
}

/** JSONata's own read the machine's clock; the embedded AWS has another. */
function timeFunctions(now: number): Bindings {
  return {
    millis: () => now,
    now: (picture?: string, zone?: string): Promise<unknown> =>
      formatTime.evaluate(undefined, { at: now, picture, zone }) as Promise<unknown>,
  };
}

function isFunctionValue(value: unknown): boolean {
  if (typeof value === 'function') return true;
  return (
    typeof value === 'object' &&
    value !== null &&
    ('_jsonata_lambda' in value || '_jsonata_function' in value)
  );
}

/** JSONata throws plain objects with a message as well as errors. */
function messageOf(thrown: unknown): string {
  if (typeof thrown === 'object' && thrown !== null && 'message' in thrown) return String(thrown.message);
  return String(thrown);
}
