import { z } from 'zod';
import type { Surroundings } from '../../surroundings.ts';
import { jsonService, type JsonOperation } from '../json-protocol.ts';
import { parseInput } from '../parse-input.ts';
import { ServiceError } from '../service-error.ts';
import type { Service } from '../service.ts';
import { busName } from './bus-name.ts';
import { addBus, createEventTables, findBus, removeBus } from './event-store.ts';
import { putEvents } from './put-events.ts';

const newBusName = z.string().regex(/^[/.\-_A-Za-z0-9]{1,256}$/, 'must match [/.-_A-Za-z0-9]{1,256}');
const NewBusInput = z.object({ Name: newBusName });
const BusInput = z.object({ Name: z.string().default('default') });

/** EventBridge's classic bus. What is put is stored and not routed: `listPutEvents` reads it back. */
export function createEvents(surroundings: Surroundings): Service {
  createEventTables(surroundings.database);
  return jsonService('events', '1.1', {
    CreateEventBus: createEventBus(surroundings),
    DescribeEventBus: describeEventBus(surroundings),
    DeleteEventBus: deleteEventBus(surroundings),
    PutEvents: putEvents(surroundings),
  });
}

function arnOf({ account, region }: Surroundings, name: string): string {
  return `arn:aws:events:${region}:${account}:event-bus/${name}`;
}

function createEventBus(surroundings: Surroundings): JsonOperation {
  const { access, clock, database } = surroundings;
  return (raw, caller) => {
    const { Name: name } = parseInput(NewBusInput, raw);
    access.demand(caller, 'events:CreateEventBus', arnOf(surroundings, name));
    if (name === 'default' || findBus(database, name) !== undefined) {
      throw new ServiceError('ResourceAlreadyExistsException', `Event bus ${name} already exists.`);
    }
    addBus(database, name, clock.now());
    return { EventBusArn: arnOf(surroundings, name) };
  };
}

function describeEventBus(surroundings: Surroundings): JsonOperation {
  const { access, database } = surroundings;
  return (raw, caller) => {
    const name = busName(parseInput(BusInput, raw).Name);
    access.demand(caller, 'events:DescribeEventBus', arnOf(surroundings, name));
    const createdAt = name === 'default' ? 0 : findBus(database, name);
    if (createdAt === undefined) {
      throw new ServiceError('ResourceNotFoundException', `Event bus ${name} does not exist.`);
    }
    return { Name: name, Arn: arnOf(surroundings, name), CreationTime: createdAt / 1000 };
  };
}

/** Deleting what is not there succeeds, as in AWS. What was put stays readable. */
function deleteEventBus(surroundings: Surroundings): JsonOperation {
  const { access, database } = surroundings;
  return (raw, caller) => {
    const { Name: name } = parseInput(NewBusInput, raw);
    access.demand(caller, 'events:DeleteEventBus', arnOf(surroundings, name));
    if (name === 'default') {
      throw new ServiceError('ValidationException', 'Cannot delete event bus default.');
    }
    removeBus(database, name);
    return undefined;
  };
}
