import type { State } from '../definition.ts';
import type { JsonMap } from '../json.ts';
import type { Faults } from './faults.ts';

const onEvery = ['Type', 'Comment', 'QueryLanguage'];
const onward = ['Assign', 'Output', 'Next', 'End'];
const fallible = [...onward, 'Retry', 'Catch'];

/** The fields of each state in the JSONata dialect (Developer Guide, "Workflow states"). */
export const stateFields: Readonly<Record<State['Type'], readonly string[]>> = {
  Pass: [...onEvery, ...onward],
  Wait: [...onEvery, ...onward, 'Seconds', 'Timestamp'],
  Choice: [...onEvery, 'Choices', 'Default', 'Assign', 'Output'],
  Succeed: [...onEvery, 'Output'],
  Fail: [...onEvery, 'Error', 'Cause'],
  Task: [...onEvery, ...fallible, 'Resource', 'Arguments', 'TimeoutSeconds', 'HeartbeatSeconds'],
  Parallel: [...onEvery, ...fallible, 'Branches', 'Arguments'],
  Map: [
    ...[...onEvery, ...fallible, 'ItemProcessor', 'Items', 'ItemSelector', 'ItemReader', 'ItemBatcher'],
    ...['ResultWriter', 'MaxConcurrency', 'ToleratedFailureCount', 'ToleratedFailurePercentage', 'Label'],
  ],
};

export const partFields = {
  machine: ['Comment', 'QueryLanguage', 'StartAt', 'States', 'TimeoutSeconds', 'Version'],
  branch: ['Comment', 'StartAt', 'States'],
  processor: ['Comment', 'StartAt', 'States', 'ProcessorConfig'],
  processorConfig: ['Mode', 'ExecutionType'],
  rule: ['Comment', 'Condition', 'Next', 'Assign', 'Output'],
  retry: [
    ...['Comment', 'ErrorEquals', 'IntervalSeconds', 'MaxAttempts', 'BackoffRate', 'MaxDelaySeconds'],
    'JitterStrategy',
  ],
  catch: ['Comment', 'ErrorEquals', 'Next', 'Assign', 'Output'],
  reader: ['Resource', 'Arguments', 'ReaderConfig'],
  readerConfig: [
    ...['InputType', 'CSVHeaderLocation', 'CSVHeaders', 'CSVDelimiter', 'MaxItems', 'ItemsPointer'],
  ],
  batcher: ['MaxItemsPerBatch', 'MaxInputBytesPerBatch', 'BatchInput'],
  writer: ['Resource', 'Arguments', 'WriterConfig'],
  writerConfig: ['OutputType', 'Transformation'],
} as const;

const jsonPathField = /Path$|^(Parameters|ResultSelector|Result|Variable|Iterator)$|\.\$$/;

/** Adds a fault for every field that is not known here; a field of JSONPath is named as such. */
export function checkFields(found: JsonMap, known: readonly string[], place: string, faults: Faults): void {
  for (const field of Object.keys(found)) {
    if (known.includes(field)) continue;
    faults.add(
      place,
      jsonPathField.test(field)
        ? `field '${field}' belongs to JSONPath, which is refused; write it in JSONata`
        : `unknown field '${field}'; expected one of ${known.join(', ')}`,
    );
  }
}
