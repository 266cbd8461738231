import type { ItemReader } from '../definition.ts';
import { AslError } from '../errors/asl-error.ts';
import { isJsonMap, type Json, type JsonMap } from '../json.ts';
import { evaluateField, type Entry } from '../run/run.ts';
import { parseItems } from './parse-items.ts';

export interface ReadItems {
  readonly items: readonly Json[];
  /** As `$states.context.Map.Item.Source` says it. */
  readonly source: string;
}

/**
 * Reads the items of a distributed Map from S3.
 * @throws AslError `States.ItemReaderFailed` when the object cannot be read or is not what ReaderConfig says
 */
export async function readItems(reader: ItemReader, entry: Entry): Promise<ReadItems> {
  const place = await evaluateField(entry, 'ItemReader.Arguments', reader.Arguments);
  const config = await evaluateField(entry, 'ItemReader.ReaderConfig', reader.ReaderConfig ?? {});
  if (!isJsonMap(place) || !isJsonMap(config) || typeof place.Bucket !== 'string') {
    throw new AslError(
      'States.ItemReaderFailed',
      `state ${entry.name}: ItemReader needs Arguments with a Bucket`,
    );
  }
  try {
    const items = await fetchItems(reader, entry, { bucket: place.Bucket, place, config });
    const limit = typeof config.MaxItems === 'number' && config.MaxItems > 0 ? config.MaxItems : items.length;
    return {
      items: items.slice(0, limit),
      source: `S3://${place.Bucket}/${text(place.Key) ?? text(place.Prefix) ?? ''}`,
    };
  } catch (error) {
    entry.run.signal.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    throw new AslError('States.ItemReaderFailed', `state ${entry.name}: ${reason}`);
  }
}

async function fetchItems(
  reader: ItemReader,
  entry: Entry,
  from: { readonly bucket: string; readonly place: JsonMap; readonly config: JsonMap },
): Promise<readonly Json[]> {
  const { objects } = entry.run.ports;
  const { bucket, place, config } = from;
  if (reader.Resource.endsWith(':listObjectsV2')) return objects.list(bucket, text(place.Prefix));
  const key = text(place.Key);
  if (key === undefined) throw new Error('ItemReader.Arguments needs a Key');
  const versionId = text(place.VersionId);
  const body = await objects.get({ bucket, key, ...(versionId === undefined ? {} : { versionId }) });
  return parseItems(body, config);
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
