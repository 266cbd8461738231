import { createHash } from 'node:crypto';
import { z } from 'zod';
import { readableJson } from './readable-json.ts';
import { Sha256 } from './report-basis.ts';
import { ReportInputInvalidError } from './reporting-errors.ts';

/** A plain relative path: nothing that leads out of the package when it is unpacked. */
const Path = z
  .string()
  .regex(/^(?!\.)[\w.-]+(\/(?!\.)[\w.-]+)*$/, 'expected a relative path of letters, digits, ._-')
  .max(200);

export const Manifest = z.strictObject({
  v: z.literal(1),
  about: z.strictObject({
    kind: z.enum(['certification', 'trainingRun']),
    form: z.string().min(1).max(10),
    subject: z.string().min(1).max(256).describe('Provider, or case'),
    asOf: z.iso.datetime(),
    demonstration: z.boolean(),
  }),
  files: z.array(
    z.strictObject({ path: Path, mediaType: z.string(), bytes: z.int().nonnegative(), sha256: Sha256 }),
  ),
  inputs: z.array(z.strictObject({ name: z.string().min(1).max(300), sha256: Sha256 })),
});
export type Manifest = z.infer<typeof Manifest>;

export interface PackagedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const mediaTypes: ReadonlyMap<string, string> = new Map([
  ['json', 'application/json'],
  ['html', 'text/html; charset=utf-8'],
  ['csv', 'text/csv; charset=utf-8'],
  ['ndjson', 'application/x-ndjson'],
  ['pdf', 'application/pdf'],
]);

/**
 * What is in a report package and what it was made from. Files by path and inputs by name, so that the order in which
 * they were gathered leaves no trace.
 * @throws ReportInputInvalidError on a path twice, an unsafe path, or a digest that is not SHA-256
 */
export function packageManifest(
  files: readonly PackagedFile[],
  inputs: Manifest['inputs'],
  about: Manifest['about'],
): Manifest {
  const listed = files.map(({ path, bytes }) => ({
    path,
    mediaType: mediaTypes.get(path.slice(path.lastIndexOf('.') + 1)) ?? 'application/octet-stream',
    bytes: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
  refuseRepeats(listed.map((file) => file.path));
  const result = Manifest.safeParse({
    v: 1,
    about,
    files: sortedBy(listed, (file) => file.path),
    inputs: sortedBy(inputs, (input) => input.name),
  });
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new ReportInputInvalidError(`manifest: ${faults.join('; ')}`);
}

/** The bytes of `manifest.json`. Their SHA-256 stands for the whole package. */
export function manifestText(manifest: Manifest): string {
  return readableJson(manifest);
}

function refuseRepeats(paths: readonly string[]): void {
  const repeated = paths.find((path, index) => paths.indexOf(path) !== index);
  if (repeated === undefined) return;
  throw new ReportInputInvalidError(
    `manifest: ${repeated}: expected once, found again: give each file its own path`,
  );
}

function sortedBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...items].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
