import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { Manifest } from '../../domain/reporting/package-manifest.ts';
import { AnswerIsNoError } from '../outcome-errors.ts';
import type { RecordedReport } from './certification-run.ts';
import type { Stage } from './stage.ts';

export interface DownloadedFile {
  readonly path: string;
  readonly sha256: string;
}

/**
 * Copies a report package into a directory and checks every file against the manifest, and the manifest against the
 * digest on record.
 * @throws AnswerIsNoError naming the first file whose bytes are not those the manifest names
 */
export async function downloadPackage(
  { clients, names }: Pick<Stage, 'clients' | 'names'>,
  { prefix, manifestSha256 }: Pick<RecordedReport, 'prefix' | 'manifestSha256'>,
  directory: string,
): Promise<DownloadedFile[]> {
  const fetchFile = async (path: string): Promise<Uint8Array> => {
    const { Body } = await clients.s3.send(
      new GetObjectCommand({ Bucket: names.ReportsBucket, Key: `${prefix}/${path}` }),
    );
    return (await Body?.transformToByteArray()) ?? new Uint8Array();
  };
  mkdirSync(directory, { recursive: true });
  const keep = (path: string, bytes: Uint8Array, expected: string): DownloadedFile => {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (sha256 !== expected) {
      throw new AnswerIsNoError(`${prefix}/${path}: expected SHA-256 ${expected}, found ${sha256}`);
    }
    writeFileSync(join(directory, path), bytes);
    return { path: join(directory, path), sha256 };
  };
  const manifestBytes = await fetchFile('manifest.json');
  const manifest = keep('manifest.json', manifestBytes, manifestSha256);
  const { files } = Manifest.parse(JSON.parse(Buffer.from(manifestBytes).toString('utf8')));
  const copied: DownloadedFile[] = [];
  for (const { path, sha256 } of files) copied.push(keep(path, await fetchFile(path), sha256));
  return [...copied, manifest];
}
