import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { z } from 'zod';
import { ofacFileNames, ofacFiles } from '../../domain/lists/ofac-files.ts';
import { CouldNotTellError } from '../outcome-errors.ts';
import type { Stage } from './stage.ts';

const ListAnswer = z.discriminatedUnion('verdict', [
  z.object({
    verdict: z.literal('accepted'),
    list: z.object({ digest: z.string(), publishedOn: z.string(), entries: z.int(), names: z.int() }),
    carried: z.record(z.string(), z.string()),
  }),
  z.object({ verdict: z.literal('refused'), because: z.string(), detail: z.string() }),
]);
export type ListAnswer = z.infer<typeof ListAnswer>;

interface PublishedFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * Uploads the official files of a publication, gzipped, and asks the gate to accept them.
 * @throws CouldNotTellError when the directory holds no SDN.CSV, or the gate itself failed
 */
export async function publishList(
  { clients, names }: Pick<Stage, 'clients' | 'names'>,
  directory: string,
  publishedOn: string,
): Promise<ListAnswer> {
  const files = publication(directory);
  const prefix = `ofac/${publishedOn}-${digestOf(files)}`;
  for (const { file, bytes } of files) {
    await clients.s3.send(
      new PutObjectCommand({ Bucket: names.ListsBucket, Key: `${prefix}/${file}.gz`, Body: bytes }),
    );
  }
  const { Payload, FunctionError } = await clients.lambda.send(
    new InvokeCommand({
      FunctionName: names.AcceptListsFunction,
      Payload: Buffer.from(JSON.stringify({ prefix, publishedOn })),
    }),
  );
  const answer: unknown = JSON.parse(Buffer.from(Payload ?? '').toString('utf8') || 'null');
  if (FunctionError === undefined) return ListAnswer.parse(answer);
  const { errorType, errorMessage } = answer as { errorType?: string; errorMessage?: string };
  throw new CouldNotTellError(`accept-lists failed: ${errorType ?? FunctionError}: ${errorMessage ?? ''}`);
}

/**
 * Tells publications of one day apart: the list in use points at its files, which a second upload of that day must not
 * replace before the gate has seen it.
 */
function digestOf(files: readonly PublishedFile[]): string {
  const hash = createHash('sha256');
  for (const { file, bytes } of files) hash.update(`${file} ${bytes.length}\n`).update(bytes);
  return hash.digest('hex').slice(0, 12);
}

/** The official files that are there, under their official names, as gzip. */
function publication(directory: string): PublishedFile[] {
  const present = readFiles(directory);
  const found = ofacFileNames.flatMap((name) => {
    const { file } = ofacFiles[name];
    const entry = present.find((each) => [file, `${file}.gz`].includes(each.toLowerCase()));
    if (entry === undefined) return [];
    const bytes = readFileSync(join(directory, entry));
    return [{ file, bytes: entry.toLowerCase().endsWith('.gz') ? bytes : gzipSync(bytes) }];
  });
  if (found.some(({ file }) => file === ofacFiles.sdn.file)) return found;
  throw new CouldNotTellError(
    `${directory} holds no ${ofacFiles.sdn.file} or ${ofacFiles.sdn.file}.gz; ` +
      'name the folder that holds the official files of one publication',
  );
}

function readFiles(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch (cause) {
    throw new CouldNotTellError(`${directory} cannot be read`, { cause });
  }
}
