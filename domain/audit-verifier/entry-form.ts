/** What the verifier needs of an entry after its form was checked. */
export interface EntryFacts {
  readonly id: string;
  /** `kind` and `id` of the subject, with a character between that occurs in neither. */
  readonly subject: string;
  readonly revision: number;
}

const code = '[A-Za-z0-9][A-Za-z0-9_.:/-]{0,127}';
const packId = '[A-Za-z][A-Za-z0-9._-]{0,63}';
const version = '[A-Za-z0-9][A-Za-z0-9._-]{0,63}';
const sha256OrNull = '(?:null|"[0-9a-f]{64}")';
const ulid = '[0-7][0-9A-HJKMNP-TV-Z]{25}';
const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const instant =
  '[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z';
const upTo64 = (item: string): string => `(?:${item}(?:,${item}){0,63})?`;

/** The pattern of each field's JSON, in the order in which canonical JSON writes them. */
export const fieldForms: Readonly<Record<string, string>> = {
  action: '"(?=[^"]{3,64}")[a-z][A-Za-z0-9-]*(?:\\.[a-z][A-Za-z0-9-]*)+"',
  actor: `\\{"id":"${code}","kind":"(?:person|provider|system)"\\}`,
  at: `"(?<at>${instant})"`,
  evidence: sha256OrNull,
  id: `"(?<id>${ulid}|${uuid})"`,
  lists: sha256OrNull,
  outcome: `\\[${upTo64(`"${code}"`)}\\]`,
  policies: `\\{(?<policies>${upTo64(`"${packId}":"${version}"`)})\\}`,
  subject: `\\{"id":"(?<subjectId>${code})","kind":"(?<kind>[a-z][A-Za-z0-9-]{0,31})","revision":(?<revision>[1-9][0-9]{0,8})\\}`,
  v: '1',
};

/**
 * Every string of an entry is bounded and plain ASCII and its keys are fixed, so the canonical form of a valid entry
 * is a regular language: one pattern tells that the bytes are JSON, canonical and in shape, without parsing.
 */
const entryForm = new RegExp(
  `^\\{${Object.entries(fieldForms)
    .map(([key, form]) => `"${key}":${form}`)
    .join(',')}\\}$`,
);

/** Null when the text is not the canonical JSON of an audit entry; `explainEntry` says why. */
export function readEntry(text: string): EntryFacts | null {
  const groups = entryForm.exec(text)?.groups;
  if (!groups) return null;
  const { at = '', id = '', policies = '', subjectId = '', kind = '', revision = '' } = groups;
  if (!isOnCalendar(at) || !areKeysAscending(policies)) return null;
  return { id, subject: `${kind}#${subjectId}`, revision: Number(revision) };
}

/** `instant` has the form of one; whether its month has that day is left to ask, and only of the last three days. */
export function isOnCalendar(instant: string): boolean {
  return Number(instant.slice(8, 10)) <= 28 || isWrittenBack(instant);
}

/** JavaScript reads the 30th of February as a day of March. */
function isWrittenBack(instant: string): boolean {
  return new Date(instant).toISOString() === instant;
}

/** `members` are `"key":"value"` joined by commas; neither holds a quote or a comma. */
export function areKeysAscending(members: string): boolean {
  const keys = members.split(',').map((member) => member.slice(0, member.indexOf(':')));
  return keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') < key);
}
