import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  CreateEventBusCommand,
  DeleteEventBusCommand,
  DescribeEventBusCommand,
  PutEventsCommand,
  type EventBridgeClient,
} from '@aws-sdk/client-eventbridge';
import type { Check } from './check.ts';

/** A check on a bus of its own, removed afterwards. */
function onBus(rule: string, run: (events: EventBridgeClient, bus: string) => Promise<void>): Check {
  return {
    service: 'events',
    rule,
    async run({ events }) {
      const Name = `check-${randomUUID()}`;
      await events.send(new CreateEventBusCommand({ Name }));
      try {
        await run(events, Name);
      } finally {
        await events.send(new DeleteEventBusCommand({ Name }));
      }
    },
  };
}

const entryOn = (EventBusName: string) => ({
  EventBusName,
  Source: 'check',
  DetailType: 'checked',
  Detail: '{}',
});

// What happens on a bus that does not exist is no check: AWS answers success and drops the event, and the embedded bus
// refuses on purpose.
export const eventsChecks: readonly Check[] = [
  onBus('an event that is valid gets an id', async (events, bus) => {
    const { FailedEntryCount, Entries } = await events.send(
      new PutEventsCommand({ Entries: [{ ...entryOn(bus), Time: new Date(), Resources: ['r'] }] }),
    );
    assert.equal(FailedEntryCount, 0);
    assert.ok(Entries?.[0]?.EventId);
  }),
  onBus('an entry that is not valid fails alone', async (events, bus) => {
    const { FailedEntryCount, Entries } = await events.send(
      new PutEventsCommand({ Entries: [{ ...entryOn(bus), Detail: 'not JSON' }, entryOn(bus)] }),
    );
    assert.equal(FailedEntryCount, 1);
    assert.equal(Entries?.[0]?.ErrorCode, 'MalformedDetail');
    assert.ok(Entries[1]?.EventId);
  }),
  onBus('more than ten entries are refused', async (events, bus) => {
    const Entries = Array.from({ length: 11 }, () => entryOn(bus));
    await assert.rejects(events.send(new PutEventsCommand({ Entries })), { name: 'ValidationException' });
  }),
  onBus('more than 1 MB is refused', async (events, bus) => {
    const Detail = JSON.stringify({ pad: 'x'.repeat(1_048_576) });
    await assert.rejects(events.send(new PutEventsCommand({ Entries: [{ ...entryOn(bus), Detail }] })));
  }),
  onBus('a name is taken once', async (events, Name) => {
    await assert.rejects(events.send(new CreateEventBusCommand({ Name })), {
      name: 'ResourceAlreadyExistsException',
    });
  }),
  {
    service: 'events',
    rule: 'the default bus is always there, and another is not',
    async run({ events }) {
      const bus = await events.send(new DescribeEventBusCommand({}));
      assert.equal(bus.Name, 'default');
      await assert.rejects(events.send(new DescribeEventBusCommand({ Name: `check-${randomUUID()}` })), {
        name: 'ResourceNotFoundException',
      });
    },
  },
];
