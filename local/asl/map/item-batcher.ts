import type { ItemBatcher } from '../definition.ts';
import { AslError } from '../errors/asl-error.ts';
import type { Json } from '../json.ts';
import { maxPayloadBytes } from '../payload-limit.ts';
import { evaluateField, evaluateNumber, type Entry } from '../run/run.ts';

export interface Batch {
  readonly input: Json;
  readonly itemCount: number;
}

/** Groups item inputs into `{ BatchInput?, Items }`, each within the limits of the batcher and of a payload. */
export async function batchItems(
  batcher: ItemBatcher,
  inputs: readonly Json[],
  entry: Entry,
): Promise<readonly Batch[]> {
  const asked = await evaluateNumber(entry, 'MaxItemsPerBatch', batcher.MaxItemsPerBatch);
  const askedBytes = await evaluateNumber(entry, 'MaxInputBytesPerBatch', batcher.MaxInputBytesPerBatch);
  const shared: Readonly<Record<string, Json>> =
    batcher.BatchInput === undefined
      ? {}
      : { BatchInput: await evaluateField(entry, 'BatchInput', batcher.BatchInput) };
  const limits = {
    items: asked ?? Infinity,
    bytes: Math.min(askedBytes ?? maxPayloadBytes, maxPayloadBytes),
    frame: bytesOf({ ...shared, Items: [] }),
  };
  return group(inputs, limits, entry.name).map((Items) => ({
    input: { ...shared, Items },
    itemCount: Items.length,
  }));
}

interface Limits {
  readonly items: number;
  readonly bytes: number;
  /** What a batch without items already weighs. */
  readonly frame: number;
}

function group(inputs: readonly Json[], limits: Limits, name: string): Json[][] {
  const batches: Json[][] = [];
  let current: Json[] = [];
  let weight = limits.frame;
  for (const input of inputs) {
    const bytes = bytesOf(input) + 1;
    if (limits.frame + bytes > limits.bytes) {
      throw new AslError(
        'States.DataLimitExceeded',
        `state ${name}: one item alone exceeds a batch of ${limits.bytes} bytes`,
      );
    }
    if (current.length >= limits.items || weight + bytes > limits.bytes) {
      batches.push(current);
      current = [];
      weight = limits.frame;
    }
    current.push(input);
    weight += bytes;
  }
  return current.length > 0 ? [...batches, current] : batches;
}

function bytesOf(value: Json): number {
  return Buffer.byteLength(JSON.stringify(value));
}
