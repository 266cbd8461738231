import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { emulatedStates, type EmulatedStates } from './emulated-states.ts';
import { distributed } from './machines.ts';
import { objectTable } from './object-table.ts';

const s3 = objectTable();
let aws: EmulatedStates;
beforeEach(async () => {
  s3.objects.clear();
  aws = await emulatedStates({ others: [s3] });
});
afterEach(() => aws.close());

const pass = { Type: 'Pass' };
const reader = (key: string, config: object): object => ({
  ItemReader: {
    Resource: 'arn:aws:states:::s3:getObject',
    ReaderConfig: config,
    Arguments: { Bucket: 'b', Key: key },
  },
});

async function outputOf(machine: object, input: unknown = {}): Promise<unknown> {
  const { output, error, cause } = await aws.run(await aws.deploy('m', machine), input);
  if (output === undefined) throw new Error(`the execution failed: ${error ?? ''} ${cause ?? ''}`);
  return JSON.parse(output);
}

interface Manifest {
  readonly ResultFiles: Readonly<Record<'SUCCEEDED' | 'FAILED', readonly { readonly Key: string }[]>>;
}

function resultFiles(output: unknown, status: 'SUCCEEDED' | 'FAILED'): unknown[] {
  const { ResultWriterDetails } = output as { ResultWriterDetails: { Key: string } };
  const manifest = JSON.parse(s3.objects.get(`b/${ResultWriterDetails.Key}`) ?? '') as Manifest;
  const [file] = manifest.ResultFiles[status];
  return JSON.parse(s3.objects.get(`b/${file?.Key ?? ''}`) ?? '[]') as unknown[];
}

describe('the item reader', () => {
  test('reads CSV with quoted fields, and stops at MaxItems', async () => {
    s3.objects.set('b/a.csv', 'id,name\r\n1,"x, ""y"""\r\n2,z\r\n');
    const config = { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW', MaxItems: 1 };
    expect(await outputOf(distributed(pass, reader('a.csv', config)))).toEqual([{ id: '1', name: 'x, "y"' }]);
  });

  test('finds the array of a JSON document by ItemsPointer', async () => {
    s3.objects.set('b/j.json', '{"a":{"b":[1,2]}}');
    const config = { InputType: 'JSON', ItemsPointer: '/a/b' };
    expect(await outputOf(distributed(pass, reader('j.json', config)))).toEqual([1, 2]);
  });

  test('lists the objects under a prefix', async () => {
    s3.objects.set('b/in/1', 'x').set('b/in/2', 'y').set('b/other', 'z');
    const ItemReader = {
      Resource: 'arn:aws:states:::s3:listObjectsV2',
      Arguments: { Bucket: 'b', Prefix: 'in/' },
    };
    const state = { Type: 'Pass', Output: '{% $states.input.Key %}' };
    expect(await outputOf(distributed(state, { ItemReader }))).toEqual(['in/1', 'in/2']);
  });

  test('fails with States.ItemReaderFailed when the object is not there', async () => {
    const machine = distributed(pass, reader('none', { InputType: 'JSONL' }));
    expect(await aws.run(await aws.deploy('m', machine))).toMatchObject({ error: 'States.ItemReaderFailed' });
  });
});

describe('the batcher and the result writer', () => {
  const batched = {
    ...reader('in.jsonl', { InputType: 'JSONL' }),
    ItemBatcher: { MaxItemsPerBatch: 2, BatchInput: { r: '{% $states.input.r %}' } },
    ResultWriter: {
      Resource: 'arn:aws:states:::s3:putObject',
      Arguments: { Bucket: 'b', Prefix: 'out' },
    },
  };

  test('give each child its batch with BatchInput, and write a manifest beside the results', async () => {
    s3.objects.set('b/in.jsonl', [1, 2, 3, 4, 5].map((i) => JSON.stringify({ i })).join('\n'));
    const state = {
      Type: 'Pass',
      Output: { n: '{% $count($states.input.Items) %}', r: '{% $states.input.BatchInput.r %}' },
    };
    const results = resultFiles(await outputOf(distributed(state, batched), { r: 'R' }), 'SUCCEEDED');
    expect(results.map((child) => JSON.parse((child as { Output: string }).Output) as unknown)).toEqual([
      { n: 2, r: 'R' },
      { n: 2, r: 'R' },
      { n: 1, r: 'R' },
    ]);
  });

  test('write down the children that failed, by error and cause', async () => {
    s3.objects.set('b/in.jsonl', '1\n2');
    const machine = distributed(
      { Type: 'Pass', Output: '{% $states.input.nope %}' },
      {
        ...batched,
        ToleratedFailurePercentage: 100,
      },
    );
    const [failed] = resultFiles(await outputOf(machine, { r: 1 }), 'FAILED');
    expect(failed).toMatchObject({ Status: 'FAILED', Error: 'States.QueryEvaluationError' });
  });
});

describe('tolerated failures', () => {
  const machine = (percentage: number): object => ({
    StartAt: 'V',
    States: {
      V: { Type: 'Pass', Assign: { o: 1 }, Next: 'M' },
      M: {
        Type: 'Map',
        Items: '{% $states.input %}',
        ToleratedFailurePercentage: percentage,
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
          StartAt: 'c',
          States: {
            c: {
              Type: 'Choice',
              Choices: [{ Condition: '{% $states.input = 3 %}', Next: 'f' }],
              Default: 's',
            },
            f: { Type: 'Fail', Error: 'X' },
            s: { Type: 'Pass', Output: '{% $exists($o) %}', End: true },
          },
        },
        End: true,
      },
    },
  });

  test('let the others go on, whose children do not see outer variables', async () => {
    expect(await outputOf(machine(30), [1, 2, 3, 4])).toEqual([false, false, false]);
  });

  test('end the Map with States.ExceedToleratedFailureThreshold once they are too many', async () => {
    expect(await aws.run(await aws.deploy('m', machine(20)), [1, 2, 3, 4])).toMatchObject({
      error: 'States.ExceedToleratedFailureThreshold',
    });
  });
});

test('ten thousand children of three states each give one output', async () => {
  const processor = {
    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
    StartAt: 'a',
    States: {
      a: { Type: 'Pass', Output: '{% $states.input * 2 %}', Next: 'b' },
      b: { Type: 'Choice', Choices: [{ Condition: '{% $states.input > 5 %}', Next: 's' }], Default: 's' },
      s: { Type: 'Succeed' },
    },
  };
  const Items = Array.from({ length: 10_000 }, (_, index) => index);
  const state = { Type: 'Map', Items, ItemProcessor: processor, MaxConcurrency: 100, End: true };
  const output = await outputOf({ StartAt: 'M', States: { M: state } });
  expect(output).toEqual(Items.map((item) => item * 2));
});
