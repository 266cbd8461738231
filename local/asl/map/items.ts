import type { MapState } from '../definition.ts';
import { AslError } from '../errors/asl-error.ts';
import { isJsonMap, type Json, type JsonMap } from '../json.ts';
import { assertPayload } from '../payload-limit.ts';
import { evaluateField, type Entry } from '../run/run.ts';
import { readItems } from './item-reader.ts';

export interface MapItem {
  /** What the iteration or child starts with. */
  readonly input: Json;
  /** Its `$states.context.Map`. */
  readonly context: JsonMap;
}

/** The items of a Map, each with the input its iteration gets. */
export async function itemsOf(state: MapState, entry: Entry): Promise<readonly MapItem[]> {
  const { values, source } = await valuesFrom(state, entry);
  const selector = state.ItemSelector;
  return Promise.all(
    values.map(async ({ value, key }, index): Promise<MapItem> => {
      const item = { Index: index, Value: value, ...(key === undefined ? {} : { Key: key }), ...source };
      const context = { Item: item };
      if (selector === undefined) return { input: value, context };
      const seen = { ...entry, context: { ...entry.context, Map: context } };
      const input = await evaluateField(seen, 'ItemSelector', selector);
      assertPayload(input, `item ${index} of state ${entry.name}`);
      return { input, context };
    }),
  );
}

interface Value {
  readonly value: Json;
  /** The member's name when the Map goes over an object. */
  readonly key?: string;
}

async function valuesFrom(
  state: MapState,
  entry: Entry,
): Promise<{ readonly values: readonly Value[]; readonly source: JsonMap }> {
  if (state.ItemReader) {
    const { items, source } = await readItems(state.ItemReader, entry);
    return { values: items.map((value) => ({ value })), source: { Source: source } };
  }
  const items = state.Items === undefined ? entry.input : await evaluateField(entry, 'Items', state.Items);
  return { values: valuesOf(items, entry.name), source: {} };
}

function valuesOf(items: Json, name: string): readonly Value[] {
  if (Array.isArray(items)) return (items as readonly Json[]).map((value) => ({ value }));
  if (isJsonMap(items)) return Object.entries(items).map(([key, value]) => ({ key, value }));
  throw new AslError(
    'States.QueryEvaluationError',
    `state ${name}: Items must be an array or an object; found ${JSON.stringify(items)}`,
  );
}
