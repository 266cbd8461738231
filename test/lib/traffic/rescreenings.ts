import { fileURLToPath } from 'node:url';
import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { runStore } from '../../../adapters/owner-book/run-store.ts';
import { accountPlace } from '../../../adapters/records/book.ts';
import { rescreeningStore } from '../../../adapters/records/rescreening-store.ts';
import { publishLists } from '../../../cli/stage/publish-lists.ts';
import { newestRescreening, redriveRescreening } from '../../../cli/stage/rescreening-run.ts';
import { projectContext } from '../../../lib/project-context.ts';
import { createAccount, plainCustomer } from './account-events.ts';
import { minutes, type DrivenStage } from './driven-stage.ts';

const laterList = fileURLToPath(new URL('../../../data/lists/ofac-2021-08-18', import.meta.url));

/** A first run that fails of a spoilt record and is redriven, and one that finds somebody whom a later list names. */
export async function ownersAreScreenedAgain(stage: DrivenStage): Promise<void> {
  // OFAC added him between the two publications.
  await createAccount(stage, 'listed-later', { ...plainCustomer, name: 'SHAPETSKA, Yauhen Andreevich' });
  await spoiltAndMended(stage);
  await forgetEntries(stage);
  // Its acceptance starts a run.
  await publishLists(stage, laterList, '2021-08-18');
  await stage.wait(20 * minutes);
  await matcherReplaced(stage);
  await fire(stage);
  await askedTwice(stage);
}

async function fire(stage: DrivenStage): Promise<void> {
  await stage.fire(String(projectContext().rescreeningSchedule));
  // Longer than the retries of a shard take.
  await stage.wait(20 * minutes);
}

async function spoiltAndMended(stage: DrivenStage): Promise<void> {
  const { clients, names } = stage;
  const Key = { pk: 'account#spoilt-book', sk: 'state' };
  const Item = { ...Key, ...accountPlace('spoilt-book'), account: 'not an account' };
  // The first run counts the book, which a spoilt record would keep it from.
  await fire(stage);
  await hideManifest(stage);
  await clients.documents.send(new PutCommand({ TableName: names.RecordsTable, Item }));
  await fire(stage);
  await clients.documents.send(new DeleteCommand({ TableName: names.RecordsTable, Key }));
  const newest = await newestRescreening(stage);
  await redriveRescreening(stage, newest ?? '');
  await stage.aws.settled();
}

/** Nobody vouches for the results of the last run any more, so the next takes them for none. */
async function hideManifest({ clients, names }: DrivenStage): Promise<void> {
  const last = await rescreeningStore(clients.documents, names.RecordsTable).last();
  await clients.s3.send(
    new DeleteObjectCommand({ Bucket: names.ReportsBucket, Key: last?.manifestKey ?? '' }),
  );
}

/** A shard that Lambda runs a second time finds its results, and the event it has asked with; one without an index fails. */
async function askedTwice(stage: DrivenStage): Promise<void> {
  const { clients, names } = stage;
  const last = await rescreeningStore(clients.documents, names.RecordsTable).last();
  // The run that the list's acceptance has started found somebody.
  const runId = `list-${last?.basis.listDigest.slice(0, 32) ?? ''}`;
  const plan = await runStore(clients.s3, names.OwnerBookBucket).plan(runId);
  await stage.invoke('rescreen-shard', { plan, shard: 'all' });
  const withoutIndex = {
    ...plan,
    runId: 'without-index',
    basis: { ...plan?.basis, indexDigest: '0'.repeat(64) },
  };
  const refused = stage.invoke('rescreen-shard', { plan: withoutIndex, shard: 'all' });
  await refused.catch((error: unknown) => {
    if (!String(error).includes('RunObjectMissingError')) throw error;
  });
}

/** The lists in use were compiled by an earlier matcher, as they are after a deployment. */
async function matcherReplaced({ clients, names }: DrivenStage): Promise<void> {
  await clients.documents.send(
    new UpdateCommand({
      TableName: names.RecordsTable,
      Key: { pk: 'lists#in-use', sk: 'current' },
      UpdateExpression: 'SET inUse.#index.matcherVersion = :earlier',
      ExpressionAttributeNames: { '#index': 'index' },
      ExpressionAttributeValues: { ':earlier': 'words-1' },
    }),
  );
}

/** What the lists of the last run said is gone, so that nobody can tell what has changed. */
async function forgetEntries({ clients, names }: DrivenStage): Promise<void> {
  const last = await rescreeningStore(clients.documents, names.RecordsTable).last();
  const Key = `entries/${last?.basis.listDigest ?? ''}.ndjson.gz`;
  await clients.s3.send(new DeleteObjectCommand({ Bucket: names.ListsBucket, Key }));
}
