import { z } from 'zod';
import { conditionOperators } from './condition-operators.ts';

const oneOrMany = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
/** CloudFormation leaves booleans and numbers as they stand; IAM compares texts. */
const conditionValue = z.union([z.string(), z.boolean(), z.number()]).transform(String);
const conditionValues = z.union([conditionValue.transform((value) => [value]), z.array(conditionValue)]);
const operatorName = z.string().refine((name) => name in conditionOperators, {
  error: (issue) => `the condition operator ${String(issue.input)} is not evaluated here`,
});

const Principal = z.union([
  z.literal('*').transform(() => ({ AWS: ['*'] })),
  z.strictObject({ AWS: oneOrMany.optional(), Service: oneOrMany.optional() }),
]);

// Strict, so that a member which is not evaluated (NotPrincipal) is refused and never read as if it were absent.
const Statement = z
  .strictObject({
    Sid: z.string().optional(),
    Effect: z.enum(['Allow', 'Deny']),
    Principal: Principal.optional(),
    Action: oneOrMany.optional(),
    NotAction: oneOrMany.optional(),
    Resource: oneOrMany.optional(),
    NotResource: oneOrMany.optional(),
    Condition: z.record(operatorName, z.record(z.string(), conditionValues)).default({}),
  })
  .refine(
    (statement) => (statement.Action === undefined) !== (statement.NotAction === undefined),
    'either Action or NotAction is required',
  )
  .refine(
    (statement) => !JSON.stringify([statement.Resource, statement.NotResource]).includes('${'),
    'policy variables are not evaluated here',
  );

const Document = z.object({
  Id: z.string().optional(),
  Version: z.string().optional(),
  // Not a union, whose error would not say where in the statement the fault is.
  Statement: z.preprocess((value): unknown[] => [value].flat(), z.array(Statement)),
});

/** A policy as it stands in a template, its intrinsics resolved. */
export interface PolicyDocument {
  readonly Id?: string;
  readonly Version?: string;
  readonly Statement: PolicyStatement | readonly PolicyStatement[];
}
export type PolicyStatement = z.input<typeof Statement>;
export type ParsedStatement = z.output<typeof Statement>;

export interface ParsedPolicy {
  /** The document's `Id`, or `fallbackName`. */
  readonly name: string;
  readonly statements: readonly ParsedStatement[];
}

/** A policy that says something this evaluator cannot judge. */
export class UnsupportedPolicyError extends Error {
  override readonly name = 'UnsupportedPolicyError';
}

/** @throws UnsupportedPolicyError naming the policy, the member, and what is wrong with it */
export function parsePolicy(document: unknown, fallbackName: string): ParsedPolicy {
  const parsed = Document.safeParse(document);
  if (parsed.success) return { name: parsed.data.Id ?? fallbackName, statements: parsed.data.Statement };
  throw new UnsupportedPolicyError(`policy ${fallbackName}: ${z.prettifyError(parsed.error)}`);
}
