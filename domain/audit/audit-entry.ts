import { z } from 'zod';
import { canonicalJson } from './canonical-json.ts';

// Letters, digits and separators only: no `@` and no spaces, so that neither an address nor a name fits.
const Id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.:/-]{0,127}$/, {
  error: 'expected 1 to 128 letters, digits and _ . : / - (an id or a code, never a name or an address)',
});
const Kind = z.string().regex(/^[a-z][A-Za-z0-9-]{0,31}$/, {
  error: 'expected 1 to 32 letters, digits and -, a small letter first',
});
const Action = z.string().regex(/^(?=.{3,64}$)[a-z][A-Za-z0-9-]*(?:\.[a-z][A-Za-z0-9-]*)+$/, {
  error: 'expected a dotted code of at most 64 characters, such as account.decided',
});
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: 'expected SHA-256 in lower-case hex' });
// A letter first: a key that reads as a number would be put in another place by JavaScript.
const PackId = z.string().regex(/^[A-Za-z][A-Za-z0-9._-]{0,63}$/, {
  error: 'expected a letter, then up to 63 letters, digits and . _ -',
});
const Version = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, {
  error: 'expected 1 to 64 letters, digits and . _ -',
});
const ulidOrUuid = /^(?:[0-7][0-9A-HJKMNP-TV-Z]{25}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

// One width for every instant, so that the order of the texts is the order of the times.
const Instant = z
  .string()
  .refine(isInstant, {
    error: 'expected an instant in UTC with milliseconds, such as 2026-01-31T09:00:00.000Z',
  })
  // For the published schema, which cannot hold a function.
  .meta({ format: 'date-time', pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$` });

/**
 * One fact that can be proven later: who did what to which subject, on what evidence, under which rules and lists.
 * Ids and codes only. An entry is at most some 20 KiB, so the 65,535 bytes a bundle allows are never reached.
 */
export const AuditEntry = z.strictObject({
  v: z.literal(1),
  id: z.string().regex(ulidOrUuid, { error: 'expected a ULID or a lower-case UUID' }),
  at: Instant,
  actor: z.strictObject({ kind: z.enum(['system', 'person', 'provider']), id: Id }),
  action: Action,
  /** `revision` counts the subject's entries 1, 2, 3, … so that a missing entry leaves a gap. */
  subject: z.strictObject({ kind: Kind, id: Id, revision: z.int().min(1).max(999_999_999) }),
  /** SHA-256, hex, of what the decision was made on; null when there was nothing but the action itself. */
  evidence: Sha256.nullable(),
  /** Version by policy pack id. */
  policies: z
    .record(PackId, Version)
    .refine((packs) => Object.keys(packs).length <= 64, { error: 'expected at most 64 policy packs' })
    .meta({ maxProperties: 64 }),
  /** SHA-256, hex, of the compiled lists in use; null when no list was consulted. */
  lists: Sha256.nullable(),
  outcome: z.array(Id).max(64),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** The text that is stored, hashed and exported: its UTF-8 bytes are the leaf. Throws on an entry out of shape. */
export function auditEntryText(entry: AuditEntry): string {
  return canonicalJson(AuditEntry.parse(entry));
}

/** `kind#id#revision`, unlike for any two entries: `#` occurs in none of the three. */
export function auditEntryKey({ subject }: Pick<AuditEntry, 'subject'>): string {
  return `${subject.kind}#${subject.id}#${subject.revision}`;
}

function isInstant(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && text.length === 24 && new Date(time).toISOString() === text;
}
