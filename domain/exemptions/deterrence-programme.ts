import { z } from 'zod';

const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.:-]{0,127}$/, 'must be 1 to 128 letters, digits and _ . : -');
const text = z.string().min(1).max(4000);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be SHA-256 in lower-case hex');
const day = z.iso.date();

/** What proves one element of a programme that deters abuse (ADP-01 to ADP-10). */
const Element = z.strictObject({
  clause: z.string().regex(/^ADP-\d\d$/, 'must be a clause such as ADP-03'),
  text,
  holder: id,
  proofs: z.array(z.strictObject({ title: text, sha256, on: day })).max(100),
  /** Two people: who says that it stands, and who has looked. */
  approval: z.strictObject({ by: id, confirmedBy: id, on: day }).nullable(),
});

/** A red flag that was found, and what was done (ADP-03). */
const Detection = z.strictObject({
  id,
  flag: id,
  detectedAt: z.iso.datetime(),
  response: z.strictObject({ text, at: z.iso.datetime() }).nullable(),
});

/** The workspace of one provider's programme. */
export const DeterrenceProgramme = z.strictObject({
  id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'must be three numbers with dots, such as 1.0.0'),
  elements: z.array(Element).max(50),
  redFlags: z.array(z.strictObject({ id, text })).max(500),
  detections: z.array(Detection).max(10_000),
});
export type DeterrenceProgramme = z.infer<typeof DeterrenceProgramme>;

export interface ProgrammeGap {
  readonly clause: string;
  readonly missing: 'element' | 'proof' | 'approval' | 'secondPerson' | 'redFlags' | 'response';
}

/** What the workspace still lacks before anybody could rest an application on it. */
export function programmeGaps(
  { elements, redFlags, detections }: DeterrenceProgramme,
  clauses: readonly string[],
): ProgrammeGap[] {
  const known = new Set(redFlags.map(({ id: flag }) => flag));
  const isOpen = detections.some(({ response, flag }) => response === null || !known.has(flag));
  return [
    ...clauses.flatMap((clause) => {
      const missing = missingOf(elements.find((element) => element.clause === clause));
      return missing ? [{ clause, missing }] : [];
    }),
    ...(redFlags.length === 0 ? [{ clause: 'ADP-03', missing: 'redFlags' } as const] : []),
    ...(isOpen ? [{ clause: 'ADP-03', missing: 'response' } as const] : []),
  ];
}

function missingOf(
  element: DeterrenceProgramme['elements'][number] | undefined,
): ProgrammeGap['missing'] | null {
  if (!element) return 'element';
  if (element.proofs.length === 0) return 'proof';
  if (!element.approval) return 'approval';
  return element.approval.by === element.approval.confirmedBy ? 'secondPerson' : null;
}
