import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { eventUnits } from '../../meter/chunked-units.ts';
import type { Surroundings } from '../../surroundings.ts';
import type { JsonOperation } from '../json-protocol.ts';
import { parseInput } from '../parse-input.ts';
import { ServiceError } from '../service-error.ts';
import { busName } from './bus-name.ts';
import { addEvent, findBus } from './event-store.ts';

/** 1 MB for an entry, and for all entries of a call together, since 2026-01-29 (256 KB before). */
export const largestEntryBytes = 1_048_576;

const Entry = z.object({
  Time: z.number().optional(),
  Source: z.string().optional(),
  DetailType: z.string().optional(),
  Detail: z.string().optional(),
  Resources: z.array(z.string()).default([]),
  EventBusName: z.string().default('default'),
});
type Entry = z.output<typeof Entry>;

const PutEventsInput = z.object({ Entries: z.array(Entry).min(1).max(10) });

type EntryResult =
  { readonly EventId: string } | { readonly ErrorCode: string; readonly ErrorMessage: string };

/**
 * `PutEvents`: an entry that is not valid fails alone, as in AWS. An unknown bus is refused with
 * `ResourceNotFoundException`, where AWS answers success and drops the event, because a mistyped name should show here.
 */
export function putEvents(surroundings: Surroundings): JsonOperation {
  return (raw, caller) => {
    const { Entries: entries } = parseInput(PutEventsInput, raw);
    const total = entries.reduce((sum, entry) => sum + entryBytes(entry), 0);
    if (total > largestEntryBytes) {
      throw new ServiceError(
        'ValidationException',
        `Total size of the entries in the request is over the limit: ${total} of ${largestEntryBytes} bytes.`,
      );
    }
    for (const entry of entries) refuseUnlessReachable(surroundings, entry, caller);
    const results = entries.map((entry) => putEntry(surroundings, entry, caller));
    return {
      FailedEntryCount: results.filter((result) => 'ErrorCode' in result).length,
      Entries: results,
    };
  };
}

/** What AWS counts of an entry: its texts in UTF-8, and 14 bytes for a time. */
export function entryBytes(entry: Entry): number {
  const texts = [entry.Source, entry.DetailType, entry.Detail, ...entry.Resources];
  const time = entry.Time === undefined ? 0 : 14;
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text ?? ''), time);
}

function refuseUnlessReachable(surroundings: Surroundings, entry: Entry, caller: string): void {
  const { access, account, database, region } = surroundings;
  const name = busName(entry.EventBusName);
  access.demand(caller, 'events:PutEvents', `arn:aws:events:${region}:${account}:event-bus/${name}`, {
    'events:source': entry.Source ?? '',
    'events:detail-type': entry.DetailType ?? '',
  });
  if (name === 'default' || findBus(database, name) !== undefined) return;
  throw new ServiceError('ResourceNotFoundException', `Event bus ${name} does not exist.`);
}

function putEntry(surroundings: Surroundings, entry: Entry, caller: string): EntryResult {
  const { clock, database, meter } = surroundings;
  const failure = faultOf(entry);
  if (failure) return failure;
  const id = randomUUID();
  meter.record('events.event', eventUnits(entryBytes(entry)), caller);
  addEvent(database, {
    id,
    bus: busName(entry.EventBusName),
    source: entry.Source ?? '',
    detailType: entry.DetailType ?? '',
    detail: entry.Detail ?? '',
    resources: entry.Resources,
    time: entry.Time === undefined ? clock.now() : entry.Time * 1000,
  });
  return { EventId: id };
}

function faultOf(entry: Entry): EntryResult | undefined {
  for (const name of ['Source', 'DetailType', 'Detail'] as const) {
    if (!entry[name])
      return invalidArgument(`Parameter ${name} is not valid. Reason: ${name} is a required argument.`);
  }
  if ((entry.DetailType ?? '').length > 128) {
    return invalidArgument('Parameter DetailType is not valid. Reason: it has more than 128 characters.');
  }
  if (isJsonObject(entry.Detail ?? '')) return undefined;
  return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' };
}

function invalidArgument(message: string): EntryResult {
  return { ErrorCode: 'InvalidArgument', ErrorMessage: message };
}

function isJsonObject(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
  } catch {
    return false;
  }
}
