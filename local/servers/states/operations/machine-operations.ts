import { InvalidDefinitionError } from '../../../asl/check/faults.ts';
import { readDefinition } from '../../../asl/check/read-definition.ts';
import type { Surroundings } from '../../../surroundings.ts';
import type { JsonObject, JsonOperation } from '../../json-protocol.ts';
import { ServiceError } from '../../service-error.ts';
import { machineArn } from '../arns.ts';
import type { Machine, MachineStore } from '../store/machine-store.ts';
import { checkName, pagingOf, requiredText, seconds } from './inputs.ts';

export interface MachineTools {
  readonly surroundings: Surroundings;
  readonly machines: MachineStore;
  /** Ends what still runs of a machine that goes away. */
  stopAll(machineArn: string): Promise<void>;
}

export function machineOperations(tools: MachineTools): Record<string, JsonOperation> {
  const { surroundings, machines } = tools;
  const permitted = (caller: string, action: string, arn: string): Machine => {
    surroundings.access.demand(caller, `states:${action}`, arn);
    return findMachine(machines, arn);
  };
  return {
    CreateStateMachine: (input, caller) => createMachine(tools, input, caller),
    UpdateStateMachine: (input, caller) => {
      const machine = permitted(caller, 'UpdateStateMachine', requiredText(input, 'stateMachineArn'));
      const definition =
        input.definition === undefined ? machines.textOf(machine.digest) : checkedDefinition(input);
      const roleArn = input.roleArn === undefined ? machine.roleArn : checkedRole(input);
      machines.save({ ...machine, roleArn }, definition);
      return { updateDate: seconds(surroundings.clock.now()) };
    },
    DescribeStateMachine: (input, caller) => {
      const machine = permitted(caller, 'DescribeStateMachine', requiredText(input, 'stateMachineArn'));
      return describe(machine, machines.textOf(machine.digest));
    },
    DeleteStateMachine: async (input, caller) => {
      const arn = requiredText(input, 'stateMachineArn');
      surroundings.access.demand(caller, 'states:DeleteStateMachine', arn);
      machines.remove(arn);
      await tools.stopAll(arn);
      return {};
    },
    ListStateMachines: (input, caller) => {
      surroundings.access.demand(caller, 'states:ListStateMachines', '*');
      const { limit, after = 0 } = pagingOf(input);
      const all = machines.list();
      const page = all.slice(after, after + limit);
      const more = after + limit < all.length ? { nextToken: String(after + limit) } : {};
      return { stateMachines: page.map((machine) => summary(machine)), ...more };
    },
  };
}

/** @throws ServiceError StateMachineDoesNotExist */
export function findMachine(machines: MachineStore, arn: string): Machine {
  const machine = machines.find(arn);
  if (machine) return machine;
  throw new ServiceError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
}

/** Unlike AWS, which refuses a second definition under one name, this replaces it: a deployment may run again. */
function createMachine({ surroundings, machines }: MachineTools, input: JsonObject, caller: string): unknown {
  const name = checkName(requiredText(input, 'name'));
  const arn = machineArn(surroundings, name);
  surroundings.access.demand(caller, 'states:CreateStateMachine', arn);
  if (input.type !== undefined && input.type !== 'STANDARD') {
    throw new ServiceError(
      'StateMachineTypeNotSupported',
      `only STANDARD is emulated; found ${JSON.stringify(input.type)}`,
    );
  }
  const definition = checkedDefinition(input);
  const createdAt = surroundings.clock.now();
  const machine = machines.save({ arn, name, roleArn: checkedRole(input), createdAt }, definition);
  return { stateMachineArn: arn, creationDate: seconds(machine.createdAt) };
}

function checkedDefinition(input: JsonObject): string {
  const definition = requiredText(input, 'definition');
  try {
    readDefinition(definition);
  } catch (error) {
    if (error instanceof InvalidDefinitionError) {
      throw new ServiceError('InvalidDefinition', `Invalid State Machine Definition: ${error.message}`);
    }
    throw error;
  }
  return definition;
}

function checkedRole(input: JsonObject): string {
  const roleArn = requiredText(input, 'roleArn');
  if (/^arn:aws[a-z-]*:iam::\d{12}:role\/.+$/.test(roleArn)) return roleArn;
  throw new ServiceError('InvalidArn', `Invalid Role Arn: '${roleArn}'`);
}

function summary(machine: Machine): unknown {
  const { arn, name, createdAt } = machine;
  return { stateMachineArn: arn, name, type: 'STANDARD', creationDate: seconds(createdAt) };
}

function describe(machine: Machine, definition: string): unknown {
  const { arn, name, roleArn, createdAt } = machine;
  return {
    ...{ stateMachineArn: arn, name, roleArn, definition, status: 'ACTIVE', type: 'STANDARD' },
    creationDate: seconds(createdAt),
  };
}
