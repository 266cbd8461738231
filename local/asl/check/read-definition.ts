import type { MachineDefinition } from '../definition.ts';
import { isJsonMap, type Json, type JsonMap } from '../json.ts';
import { checkFlow } from './check-flow.ts';
import { Faults, InvalidDefinitionError } from './faults.ts';
import { checkFields, partFields } from './known-fields.ts';
import { substitute } from './substitute.ts';

/**
 * Reads the text of a state machine (`*.asl.json`) and checks it before anything runs.
 *
 * @param substitutions what stands for each `${Name}`, as in CloudFormation's `DefinitionSubstitutions`
 * @throws InvalidDefinitionError with every fault found: JSONPath, an unknown field or type, a `Next` that leads
 *   nowhere, an unreachable state, a resource that is not emulated, a token wait without time-out and heartbeat,
 *   JSONata that does not parse
 */
export function readDefinition(
  text: string,
  substitutions: Readonly<Record<string, string>> = {},
): MachineDefinition {
  const faults = new Faults();
  const machine = parse(substitute(text, substitutions, faults), faults);
  if (machine) checkMachine(machine, faults);
  if (faults.all.length > 0) throw new InvalidDefinitionError(faults.all);
  return machine as unknown as MachineDefinition;
}

function parse(text: string, faults: Faults): JsonMap | undefined {
  try {
    const value = JSON.parse(text) as Json;
    if (isJsonMap(value)) return value;
    faults.add('definition', 'expected a JSON object');
  } catch (error) {
    faults.add('definition', `not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
  return undefined;
}

function checkMachine(machine: JsonMap, faults: Faults): void {
  if (machine.QueryLanguage !== 'JSONata') {
    faults.add(
      'definition',
      `QueryLanguage must be 'JSONata'; found ${JSON.stringify(machine.QueryLanguage ?? 'JSONPath by default')}`,
    );
  }
  checkFields(machine, partFields.machine, 'definition', faults);
  const { TimeoutSeconds: timeout } = machine;
  if (timeout !== undefined && !(typeof timeout === 'number' && timeout > 0)) {
    faults.add('definition', `TimeoutSeconds must be a positive number; found ${JSON.stringify(timeout)}`);
  }
  checkFlow(machine, 'definition', { faults, names: new Set() });
}
