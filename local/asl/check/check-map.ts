import { isJsonMap, type JsonMap } from '../json.ts';
import { checkFlow, type CheckScope } from './check-flow.ts';
import type { Faults } from './faults.ts';
import { checkFields, partFields } from './known-fields.ts';

const readers = ['arn:aws:states:::s3:getObject', 'arn:aws:states:::s3:listObjectsV2'];
const writers = ['arn:aws:states:::s3:putObject'];
const inputTypes = ['CSV', 'JSON', 'JSONL'];

/** Fields that only a distributed Map has (Developer Guide, "Map state in Distributed mode"). */
const distributedOnly = [
  ...[
    'ItemReader',
    'ItemBatcher',
    'ResultWriter',
    'ToleratedFailureCount',
    'ToleratedFailurePercentage',
    'Label',
  ],
];

/** Checks a Map and the flow inside it. */
export function checkMap(state: JsonMap, place: string, scope: CheckScope): void {
  const { faults } = scope;
  const processor = state.ItemProcessor;
  if (!isJsonMap(processor)) {
    faults.add(place, 'ItemProcessor must be an object');
    return;
  }
  checkFields(processor, partFields.processor, `${place} ItemProcessor`, faults);
  checkMode(state, processor, place, faults);
  checkReader(state, place, faults);
  checkPart(state.ItemBatcher, partFields.batcher, `${place} ItemBatcher`, faults);
  const writer = checkPart(state.ResultWriter, partFields.writer, `${place} ResultWriter`, faults);
  if (writer) {
    checkOneOf(writer.Resource, writers, `${place} ResultWriter Resource`, faults);
    checkPart(writer.WriterConfig, partFields.writerConfig, `${place} WriterConfig`, faults);
  }
  checkFlow(processor, `${place} ItemProcessor`, scope);
}

function checkMode(state: JsonMap, processor: JsonMap, place: string, faults: Faults): void {
  const config = checkPart(
    processor.ProcessorConfig,
    partFields.processorConfig,
    `${place} ProcessorConfig`,
    faults,
  );
  const mode = config?.Mode ?? 'INLINE';
  checkOneOf(mode, ['INLINE', 'DISTRIBUTED'], `${place} Mode`, faults);
  if (mode === 'DISTRIBUTED') {
    // Express children have other semantics (at least once, five minutes, no history), which nothing here imitates.
    checkOneOf(config?.ExecutionType, ['STANDARD'], `${place} ExecutionType`, faults);
    return;
  }
  for (const field of distributedOnly.filter((name) => name in state)) {
    faults.add(place, `${field} needs ProcessorConfig.Mode DISTRIBUTED`);
  }
}

function checkReader(state: JsonMap, place: string, faults: Faults): void {
  const reader = checkPart(state.ItemReader, partFields.reader, `${place} ItemReader`, faults);
  if (!reader) return;
  if (state.Items !== undefined) faults.add(place, 'has both Items and ItemReader; keep one');
  checkOneOf(reader.Resource, readers, `${place} ItemReader Resource`, faults);
  const config = checkPart(reader.ReaderConfig, partFields.readerConfig, `${place} ReaderConfig`, faults);
  if (reader.Resource === readers[0]) {
    checkOneOf(config?.InputType, inputTypes, `${place} ReaderConfig InputType`, faults);
  }
}

function checkPart(
  part: JsonMap[string] | undefined,
  known: readonly string[],
  place: string,
  faults: Faults,
): JsonMap | undefined {
  if (part === undefined) return undefined;
  if (!isJsonMap(part)) {
    faults.add(place, 'expected an object');
    return undefined;
  }
  checkFields(part, known, place, faults);
  return part;
}

function checkOneOf(
  found: JsonMap[string] | undefined,
  expected: readonly string[],
  place: string,
  faults: Faults,
): void {
  if (typeof found === 'string' && expected.includes(found)) return;
  faults.add(place, `expected ${expected.join(' or ')}; found ${JSON.stringify(found ?? null)}`);
}
