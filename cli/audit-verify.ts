import { verifyLog } from '../domain/audit-verifier/verify-log.ts';
import type { RememberedHead } from '../domain/audit-verifier/remembered-head.ts';
import type { Place, Verification } from '../domain/audit-verifier/verification.ts';

export interface AuditVerifyOptions {
  /** The log's public key as `<name>+<key id>+<base64>`, from a source other than the export. */
  readonly vkey?: string;
  /** `SIZE` or `SIZE:ROOT`, the root in hex, as an earlier verification printed them. */
  readonly atLeast?: string;
  readonly now?: Date;
}

const atLeastForm = /^(\d{1,15})(?::([0-9a-f]{64}))?$/;

/** `kyc audit verify DIR`. Exit code: 0 verified, 1 not, 2 could not tell. `write` is given one line at a time. */
export async function auditVerify(
  directory: string,
  options: AuditVerifyOptions,
  write: (line: string) => void,
): Promise<0 | 1 | 2> {
  const atLeast = readAtLeast(options.atLeast);
  if (atLeast === 'malformed') {
    write(`--at-least: expected SIZE or SIZE:ROOT with the root as 64 hex digits, found ${options.atLeast}`);
    return 2;
  }
  const verification = await verifyLog(directory, {
    ...(options.vkey === undefined ? {} : { vkey: options.vkey.trim() }),
    ...(atLeast ? { atLeast } : {}),
  });
  for (const line of describe(verification, atLeast, options.now ?? new Date())) write(line);
  return exitCode(verification);
}

function exitCode({ verdict }: Verification): 0 | 1 | 2 {
  switch (verdict) {
    case 'verified':
      return 0;
    case 'failed':
      return 1;
    case 'undecided':
      return 2;
  }
}

function describe(verification: Verification, atLeast: RememberedHead | null, now: Date): string[] {
  switch (verification.verdict) {
    case 'verified':
      return [...verifiedLines(verification, now), ...caveats(verification, atLeast)];
    case 'failed':
      return [
        `NOT VERIFIED: ${verification.because}`,
        `  first bad place  ${placeText(verification.place)}`,
        `  expected         ${verification.expected}`,
        `  found            ${verification.found}`,
        'Keep this copy as it is. Export the log again and compare; if the new copy fails too, compare the versions',
        'that Object Lock keeps of the named object, and follow "The audit log does not verify" in docs/runbook.md.',
      ];
    case 'undecided':
      return [`COULD NOT TELL: ${verification.because}`];
  }
}

function verifiedLines(verified: Extract<Verification, { verdict: 'verified' }>, now: Date): string[] {
  return [
    `VERIFIED: every entry, tile and signature of the log ${verified.checkpointSignedBy}`,
    `  entries    ${verified.size}`,
    `  root       ${verified.rootHash}`,
    `  key        ${verified.vkey}`,
    `  checked    ${now.toISOString()}, ${verified.entriesPerSecond} entries/s`,
    `  next time  --at-least ${verified.size}:${verified.rootHash}`,
  ];
}

/** What a good verdict does not say. */
function caveats({ keyFrom }: { keyFrom: 'given' | 'export' }, atLeast: RememberedHead | null): string[] {
  return [
    ...(keyFrom === 'given'
      ? []
      : ['The key lay beside the log: compare it with the one you were given, or pass that one as --vkey.']),
    ...(atLeast?.rootHash === undefined
      ? [
          'An older copy of the same log would verify too: pass what you saw last time as --at-least SIZE:ROOT.',
        ]
      : []),
  ];
}

function placeText({ entry, path }: Place): string {
  return [...(entry === undefined ? [] : [`entry ${entry}`]), ...(path === undefined ? [] : [path])].join(
    ', ',
  );
}

function readAtLeast(text: string | undefined): RememberedHead | null | 'malformed' {
  if (text === undefined) return null;
  const [, size, rootHash] = atLeastForm.exec(text) ?? [];
  if (size === undefined) return 'malformed';
  return { size: Number(size), ...(rootHash === undefined ? {} : { rootHash }) };
}
