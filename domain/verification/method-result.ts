import { z } from 'zod';

/** How a method goes about it: section 2.3 of the digest of the proposed rule, VER-01 to VER-03. */
export const methodCategories = ['documentary', 'nonDocumentary', 'additional'] as const;
export type MethodCategory = (typeof methodCategories)[number];

/**
 * `failed`: what was shown speaks against the party. `inconclusive`: somebody looked and it does not tell.
 * `notPerformed`: nobody looked, for want of material or of an answer. The last two are never a pass.
 */
export const methodOutcomes = ['passed', 'failed', 'inconclusive', 'notPerformed'] as const;
export type MethodOutcome = (typeof methodOutcomes)[number];

export const MethodId = z.string().regex(/^[a-z][a-z0-9-]{0,63}$/, {
  error: 'must be lower-case letters, digits and hyphens, at most 64',
});
export const Code = z.string().regex(/^[A-Za-z][A-Za-z0-9.]{0,63}$/, {
  error: 'must be letters, digits and dots, at most 64',
});

/** A value as stated or found. What is personal is sealed before it is stored and never logged. */
const Value = z.strictObject({ text: z.string().max(400), isPersonal: z.boolean() });
export type Value = z.infer<typeof Value>;

const Fact = z.strictObject({ code: Code, value: Value });
export type Fact = z.infer<typeof Fact>;

/** What was stated and what was found do not agree; `null` where a side has nothing. A person resolves it. */
const Discrepancy = z.strictObject({
  code: Code,
  /** Dotted path within the party, such as `birthDate`. */
  field: z.string().regex(/^[A-Za-z0-9.]{1,64}$/),
  stated: Value.nullable(),
  found: Value.nullable(),
});
export type Discrepancy = z.infer<typeof Discrepancy>;

/** What has to be kept of a thing relied on (REC-01, REC-02): its description, by members that say if they are personal. */
const Evidence = z.strictObject({ kind: Code, description: z.array(Fact).max(20) });
export type Evidence = z.infer<typeof Evidence>;

/** What one method came to for one party, at one time. */
export const MethodResult = z
  .strictObject({
    method: MethodId,
    methodVersion: z.string().min(1).max(64),
    category: z.enum(methodCategories),
    outcome: z.enum(methodOutcomes),
    /** Why it did not pass, in codes without personal data. */
    reasons: z.array(Code).max(40),
    facts: z.array(Fact).max(40),
    discrepancies: z.array(Discrepancy).max(20),
    evidence: z.array(Evidence).max(10),
  })
  .refine(({ outcome, reasons }) => (outcome === 'passed') === (reasons.length === 0), {
    path: ['reasons'],
    message: 'must be empty where the method passed, and say why where it did not',
  })
  .refine(({ outcome, discrepancies }) => outcome !== 'passed' || discrepancies.length === 0, {
    path: ['discrepancies'],
    message: 'must be empty where the method passed',
  });
export type MethodResult = Readonly<z.infer<typeof MethodResult>>;

export const personal = (text: string): Value => ({ text, isPersonal: true });
export const open = (text: string): Value => ({ text, isPersonal: false });
