import type { ResultWriter } from '../definition.ts';
import { AslError } from '../errors/asl-error.ts';
import { isJsonMap, type Json } from '../json.ts';
import { evaluateField, type Entry } from '../run/run.ts';
import type { ChildResult } from './map-runs.ts';

export interface FinishedMapRun {
  readonly id: string;
  readonly mapRunArn: string;
  readonly results: readonly ChildResult[];
}

/**
 * Writes the children's results to S3 and a manifest beside them, and returns what the Map state then yields.
 * @throws AslError `States.ResultWriterFailed`
 */
export async function writeResults(
  writer: ResultWriter,
  entry: Entry,
  mapRun: FinishedMapRun,
): Promise<Json> {
  const place = await evaluateField(entry, 'ResultWriter.Arguments', writer.Arguments);
  if (!isJsonMap(place) || typeof place.Bucket !== 'string') {
    throw new AslError(
      'States.ResultWriterFailed',
      `state ${entry.name}: ResultWriter needs Arguments with a Bucket`,
    );
  }
  const prefix =
    typeof place.Prefix === 'string' && place.Prefix !== '' ? `${place.Prefix.replace(/\/$/, '')}/` : '';
  const folder = `${prefix}${mapRun.id}/`;
  try {
    const key = await writeAll(writer, entry, mapRun, { bucket: place.Bucket, folder });
    return { MapRunArn: mapRun.mapRunArn, ResultWriterDetails: { Bucket: place.Bucket, Key: key } };
  } catch (error) {
    entry.run.signal.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    throw new AslError('States.ResultWriterFailed', `state ${entry.name}: ${reason}`);
  }
}

async function writeAll(
  writer: ResultWriter,
  entry: Entry,
  mapRun: FinishedMapRun,
  { bucket, folder }: { readonly bucket: string; readonly folder: string },
): Promise<string> {
  const { objects } = entry.run.ports;
  const isLines = writer.WriterConfig?.OutputType === 'JSONL';
  const files: Record<string, Json> = { FAILED: [], PENDING: [], SUCCEEDED: [] };
  for (const status of ['SUCCEEDED', 'FAILED'] as const) {
    const rows = rowsOf(writer, mapRun.results, status);
    if (rows.length === 0) continue;
    const key = `${folder}${status}_0.${isLines ? 'jsonl' : 'json'}`;
    const body = isLines ? rows.map((row) => JSON.stringify(row)).join('\n') : JSON.stringify(rows);
    await objects.put({ bucket, key, body });
    files[status] = [{ Key: key, Size: Buffer.byteLength(body) }];
  }
  const manifest = { DestinationBucket: bucket, MapRunArn: mapRun.mapRunArn, ResultFiles: files };
  const key = `${folder}manifest.json`;
  await objects.put({ bucket, key, body: JSON.stringify(manifest) });
  return key;
}

function rowsOf(writer: ResultWriter, results: readonly ChildResult[], status: string): readonly Json[] {
  const chosen = results.filter(({ details }) => details.Status === status);
  const transformation = writer.WriterConfig?.Transformation ?? 'NONE';
  // What failed has no output to reduce to: it is always told in full.
  if (transformation === 'NONE' || status === 'FAILED') return chosen.map(({ details }) => details);
  const outputs = chosen.map(({ output }) => output ?? null);
  return transformation === 'FLATTEN' ? outputs.flat() : outputs;
}
