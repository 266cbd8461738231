import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A stored determination, and what the audit trail says its SHA-256 was when it was made. */
const ProvenDetermination = z.object({
  key: z.string(),
  at: z.string(),
  /** Of the RFC 8785 form as stored now: of its line in `determinations.ndjson`. */
  sha256,
  /** `evidence` of the audit entry; null where there is no such entry. */
  audited: sha256.nullable(),
  /** Kind, id and revision of the entry's subject, by which it is found in the log. */
  auditEntry: z.string(),
});
export type ProvenDetermination = z.infer<typeof ProvenDetermination>;

/** Such as those that `kyc proof` gives: of the folder itself, so that a proof from elsewhere opens no other file. */
const FileName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, {
  error: 'expected a plain file name of this folder, without a path',
});

const Replay = z
  .object({
    results: FileName,
    input: FileName,
    /** Null where it could not be had; `missing` then says what to do. */
    index: FileName.nullable(),
    missing: z.string().nullable(),
  })
  .refine(({ index, missing }) => (index === null) !== (missing === null), {
    error: 'expected either an index or why it is missing',
  });

/** `proof.json` of a folder that `kyc proof` has written. Ids and digests; the personal data is in the inputs it names. */
export const ProofManifest = z.object({
  v: z.literal(1),
  account: z.string(),
  /** The only party it is of; without it, it is of all. */
  party: z.string().optional(),
  /** The re-screening run it is of; without it, it is of what the account was decided on. */
  run: z.string().optional(),
  determinations: z.array(ProvenDetermination).readonly(),
  replays: z.array(Replay).readonly(),
  notReplayable: z.array(z.object({ id: z.string(), because: z.string(), detail: z.string() })).readonly(),
});
export type ProofManifest = z.infer<typeof ProofManifest>;

export interface ProofFaults {
  /** Determinations that are not what was audited. */
  readonly changed: readonly string[];
  /** What nothing can be shown of. */
  readonly untold: readonly string[];
}

/** What of a proof is to be said before anything is screened again, a line each. */
export function proofFaults({ run, determinations, replays, notReplayable }: ProofManifest): ProofFaults {
  return {
    changed: determinations.flatMap(({ key, sha256: found, audited, auditEntry }) =>
      audited === null || audited === found
        ? []
        : [
            `determination ${key}: expected SHA-256 ${audited} of the audit entry ${auditEntry}, found ${found}: the record was changed after it was made`,
          ],
    ),
    untold: [
      ...(determinations.length === 0 && run === undefined
        ? ['neither a determination nor a run is named: nothing says what the rows are of']
        : []),
      ...determinations.flatMap(({ key, audited, auditEntry }) =>
        audited === null
          ? [`determination ${key}: there is no audit entry ${auditEntry} that vouches for it`]
          : [],
      ),
      ...notReplayable.map(({ id, because, detail }) => `${id}: ${because}: ${detail}`),
      ...replays.flatMap(({ results, missing }) => (missing === null ? [] : [`${results}: ${missing}`])),
    ],
  };
}
