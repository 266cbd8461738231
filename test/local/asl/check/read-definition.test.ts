import { describe, expect, test } from 'vitest';
import { InvalidDefinitionError } from '../../../../local/asl/check/faults.ts';
import { readDefinition } from '../../../../local/asl/check/read-definition.ts';

const machine = (states: object, more: object = {}): string =>
  JSON.stringify({ QueryLanguage: 'JSONata', StartAt: 'A', States: states, ...more });

function faultsOf(text: string, substitutions: Record<string, string> = {}): readonly string[] {
  try {
    readDefinition(text, substitutions);
    return [];
  } catch (error) {
    if (error instanceof InvalidDefinitionError) return error.faults;
    throw error;
  }
}

const end = { Type: 'Succeed' };

describe('a sound machine', () => {
  test('is read, with its substitutions in place', () => {
    const text = machine({ A: { Type: 'Pass', Output: '${Bucket}', End: true } });
    expect(readDefinition(text, { Bucket: 'with "quotes"' }).States.A).toMatchObject({
      Output: 'with "quotes"',
    });
  });

  test('may put a number in place of a placeholder without quotes', () => {
    const text =
      '{"QueryLanguage":"JSONata","StartAt":"A","TimeoutSeconds":${T},"States":{"A":{"Type":"Succeed"}}}';
    expect(readDefinition(text, { T: '60' }).TimeoutSeconds).toBe(60);
  });
});

describe('a fault is named by state and field:', () => {
  test.each<[string, string, string]>([
    ['not JSON', '{', 'definition: not JSON'],
    ['JSONPath by default', '{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}', 'QueryLanguage must be'],
    [
      'a state in JSONPath',
      machine({ A: { ...end, QueryLanguage: 'JSONPath' } }),
      'state A: QueryLanguage "JSONPath" is refused',
    ],
    [
      'a field of JSONPath',
      machine({ A: { Type: 'Pass', InputPath: '$', End: true } }),
      "state A: field 'InputPath' belongs to JSONPath",
    ],
    ['an unknown field', machine({ A: { ...end, Colour: 1 } }), "state A: unknown field 'Colour'"],
    ['an unknown type', machine({ A: { Type: 'Goto' } }), 'state A: unknown Type "Goto"'],
    ['StartAt that leads nowhere', machine({ B: end }), 'definition: StartAt must name a state; found "A"'],
    ['Next that leads nowhere', machine({ A: { Type: 'Pass', Next: 'Z' } }), "state A: Next leads to 'Z'"],
    ['neither Next nor End', machine({ A: { Type: 'Pass' } }), 'state A: must have exactly one of Next'],
    [
      'both Next and End',
      machine({ A: { Type: 'Pass', Next: 'B', End: true }, B: end }),
      'state A: must have exactly one of Next',
    ],
    ['an unreachable state', machine({ A: end, B: end }), 'state B: cannot be reached from A'],
    [
      'a placeholder without value',
      machine({ A: { ...end, Output: '${Nope}' } }),
      'placeholder ${Nope} has no substitution',
    ],
    ['half an expression', machine({ A: { ...end, Output: '{% 1 ' } }), 'state A Output: '],
    [
      'an expression that does not parse',
      machine({ A: { ...end, Output: '{% 1 + %}' } }),
      "state A Output: '1 +' is not JSONata",
    ],
    [
      'Assign of $states',
      machine({ A: { Type: 'Pass', Assign: { states: 1 }, End: true } }),
      'state A Assign: $states cannot be assigned',
    ],
    [
      'a Wait without time',
      machine({ A: { Type: 'Wait', End: true } }),
      'state A: must have exactly one of Seconds and Timestamp',
    ],
  ])('%s', (_what, text, expected) => {
    expect(faultsOf(text)).toEqual([expect.stringContaining(expected)]);
  });
});

describe('a Task', () => {
  const task = (resource: string, more: object = {}) =>
    machine({ A: { Type: 'Task', Resource: resource, Arguments: {}, End: true, ...more } });

  test.each([
    'arn:aws:states:::http:invoke',
    'arn:aws:states:::s3:putObject',
    'arn:aws:states:::dynamodb:scan',
    'arn:aws:states:::aws-sdk:ec2:runInstances',
    'arn:aws:states:::dynamodb:putItem.waitForTaskToken',
    'arn:aws:states:::states:startExecution.sync',
    'arn:aws:lambda:us-east-1:000000000000:function:f',
  ])('is refused when it calls %s, which is not emulated', (resource) => {
    expect(faultsOf(task(resource))).toEqual([expect.stringContaining(`state A: Resource '${resource}'`)]);
  });

  test('that waits for a token must have both a time-out and a heartbeat', () => {
    const resource = 'arn:aws:states:::sqs:sendMessage.waitForTaskToken';
    expect(faultsOf(task(resource))).toEqual([
      expect.stringContaining('state A: waits for a task token without TimeoutSeconds'),
      expect.stringContaining('state A: waits for a task token without HeartbeatSeconds'),
    ]);
    expect(faultsOf(task(resource, { TimeoutSeconds: 9, HeartbeatSeconds: 3 }))).toEqual([]);
  });

  test('may not mix States.ALL with other errors, or put it before the last rule', () => {
    const resource = 'arn:aws:states:::lambda:invoke';
    const rules = [{ ErrorEquals: ['States.ALL', 'Boom'] }, { ErrorEquals: ['Boom'] }];
    expect(faultsOf(task(resource, { Retry: rules }))).toEqual([
      expect.stringContaining('state A Retry[0]: States.ALL must stand alone'),
    ]);
  });
});

describe('a Map', () => {
  const map = (more: object, config: object = { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }) =>
    machine({
      A: {
        Type: 'Map',
        ItemProcessor: { ProcessorConfig: config, StartAt: 'I', States: { I: end } },
        End: true,
        ...more,
      },
    });

  test('with Express children is refused', () => {
    expect(faultsOf(map({}, { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' }))).toEqual([
      expect.stringContaining('state A ExecutionType: expected STANDARD; found "EXPRESS"'),
    ]);
  });

  test('inline may not have what only a distributed one has', () => {
    expect(faultsOf(map({ ItemBatcher: {} }, { Mode: 'INLINE' }))).toEqual([
      expect.stringContaining('state A: ItemBatcher needs ProcessorConfig.Mode DISTRIBUTED'),
    ]);
  });

  test('with a manifest as input is refused', () => {
    const ItemReader = {
      Resource: 'arn:aws:states:::s3:getObject',
      ...{ Arguments: {}, ReaderConfig: { InputType: 'MANIFEST' } },
    };
    expect(faultsOf(map({ ItemReader }))).toEqual([
      expect.stringContaining(
        'state A ReaderConfig InputType: expected CSV or JSON or JSONL; found "MANIFEST"',
      ),
    ]);
  });
});

test('a state name is used once over the whole machine, inner flows included', () => {
  const branch = { StartAt: 'A', States: { A: end } };
  const text = machine({ A: { Type: 'Parallel', Branches: [branch], End: true } });
  expect(faultsOf(text)).toEqual(['state A: the name is used twice in this machine']);
});

test('every fault is told at once', () => {
  expect(faultsOf(machine({ A: { ...end, X: 1 }, B: { ...end, Y: 1 } }))).toHaveLength(3);
});
