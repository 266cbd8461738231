import { describe, expect, it } from 'vitest';
import { auditTableKeys } from '../../../adapters/audit-log/audit-table.ts';
import { unfinishedIndex } from '../../../adapters/inbox/inbox-store.ts';
import { bookIndex } from '../../../adapters/records/book.ts';
import { DeployedApp } from '../deployed-app.ts';

const app = new DeployedApp();
const tables = app.ofType('AWS::DynamoDB::Table');
const table = (name: string) => app.find('AWS::DynamoDB::Table', name).properties;

const partition = (AttributeName: string) => ({ AttributeName, KeyType: 'HASH' });
const sort = (AttributeName: string) => ({ AttributeName, KeyType: 'RANGE' });

describe('the tables', () => {
  it('are four', () => {
    expect(tables.map(({ name }) => name)).toEqual([
      'TablesInbox',
      'TablesRecords',
      'TablesAudit',
      'TablesIdempotency',
    ]);
  });

  it.each(tables)('$name can be put back to any second of the last days', ({ properties }) => {
    expect(properties).toMatchObject({
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });

  it.each(tables)('$name is not lost with its stack, nor deleted by mistake', (made) => {
    expect(made.properties).toMatchObject({ DeletionProtectionEnabled: true });
    expect(made).toMatchObject({ deletionPolicy: 'Retain', updateReplacePolicy: 'Retain' });
  });

  it.each(tables)('$name is encrypted under a key whose use is logged, and paid by request', (made) => {
    expect(made.properties).toMatchObject({
      SSESpecification: { SSEEnabled: true },
      BillingMode: 'PAY_PER_REQUEST',
    });
  });
});

describe('the keys and indexes the adapters rely on', () => {
  it('find an event by its id, and unfinished events oldest first', () => {
    expect(table('TablesInbox')).toMatchObject({
      KeySchema: [partition('eventId')],
      GlobalSecondaryIndexes: [
        {
          IndexName: unfinishedIndex,
          KeySchema: [partition('unfinished'), sort('receivedAt')],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
    });
  });

  it('find records by pk and sk, the books whole, and parties by the keyed hash of what they gave', () => {
    expect(table('TablesRecords')).toMatchObject({
      KeySchema: [partition('pk'), sort('sk')],
      GlobalSecondaryIndexes: [
        {
          IndexName: bookIndex,
          KeySchema: [partition('book'), sort('bookOrder')],
          Projection: { ProjectionType: 'ALL' },
        },
        {
          IndexName: 'lookup',
          KeySchema: [partition('lookup'), sort('pk')],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
    });
  });

  it('find audit entries by their key, and those not yet in the log', () => {
    const { partitionKey, waitingIndex } = auditTableKeys;
    expect(table('TablesAudit')).toMatchObject({
      KeySchema: [partition(partitionKey)],
      GlobalSecondaryIndexes: [
        {
          IndexName: waitingIndex.name,
          KeySchema: [partition(waitingIndex.partitionKey), sort(waitingIndex.sortKey)],
          Projection: { ProjectionType: 'KEYS_ONLY' },
        },
      ],
    });
  });

  it('let what Powertools remembers of a delivery expire, and nothing else', () => {
    expect(table('TablesIdempotency')).toMatchObject({
      KeySchema: [partition('id')],
      TimeToLiveSpecification: { AttributeName: 'expiration', Enabled: true },
    });
    const expiring = tables.filter(({ properties }) => properties.TimeToLiveSpecification !== undefined);
    expect(expiring.map(({ name }) => name)).toEqual(['TablesIdempotency']);
  });
});
