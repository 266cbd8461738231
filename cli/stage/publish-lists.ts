import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { z } from 'zod';
import { listCandidates } from '../../domain/lists/folder/list-candidates.ts';
import { AnswerIsNoError, CouldNotTellError } from '../outcome-errors.ts';
import type { Stage } from './stage.ts';

const AcceptedList = z.object({
  verdict: z.literal('accepted'),
  list: z.string(),
  summary: z.object({
    digest: z.string(),
    publishedOn: z.string().nullable(),
    entries: z.int(),
    names: z.int(),
  }),
  carried: z.record(z.string(), z.string()),
});
export type AcceptedList = z.infer<typeof AcceptedList>;

const PublicationAnswer = z.object({
  lists: z.array(
    z.discriminatedUnion('verdict', [
      AcceptedList,
      z.object({ verdict: z.literal('refused'), list: z.string(), because: z.string(), detail: z.string() }),
    ]),
  ),
  listDigest: z.string().nullable(),
});
export type PublicationAnswer = z.infer<typeof PublicationAnswer>;

interface PublishedFile {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/**
 * Uploads the official files of a folder, gzipped, and asks the gate to accept each list in them.
 * @throws CouldNotTellError when the directory holds no official file, or the gate itself failed
 */
export async function publishLists(
  { clients, names }: Pick<Stage, 'clients' | 'names'>,
  directory: string,
  publishedOn: string,
): Promise<PublicationAnswer> {
  const files = publication(directory);
  const prefix = `lists/${publishedOn}-${digestOf(files)}`;
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
  if (FunctionError === undefined) return PublicationAnswer.parse(answer);
  const { errorType, errorMessage } = answer as { errorType?: string; errorMessage?: string };
  throw new CouldNotTellError(`accept-lists failed: ${errorType ?? FunctionError}: ${errorMessage ?? ''}`);
}

/** @throws AnswerIsNoError naming each list that was refused */
export function acceptedLists({ lists }: PublicationAnswer): readonly AcceptedList[] {
  const refused = lists.flatMap((list) =>
    list.verdict === 'refused' ? [`${list.list} refused: ${list.because}: ${list.detail}`] : [],
  );
  if (refused.length > 0) throw new AnswerIsNoError(refused.join('\n'));
  return lists.flatMap((list) => (list.verdict === 'accepted' ? [list] : []));
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

/** The official files that are there, under their names in lower case, as gzip. */
function publication(directory: string): PublishedFile[] {
  const present = new Map(
    readFiles(directory).map((entry) => [entry.toLowerCase().replace(/\.gz$/, ''), entry]),
  );
  const official = new Set(listCandidates([...present.keys()]).flatMap(({ files }) => files));
  const found = [...official].sort().map((file) => {
    const entry = present.get(file) ?? file;
    const bytes = readFileSync(join(directory, entry));
    return { file, bytes: entry.toLowerCase().endsWith('.gz') ? bytes : gzipSync(bytes) };
  });
  if (found.length > 0) return found;
  throw new CouldNotTellError(
    `${directory} holds no official file such as sdn.csv, sdn_enhanced.zip, consolidated.csv, dpl.txt or own.csv; ` +
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
