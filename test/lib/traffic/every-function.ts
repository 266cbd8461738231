import { fileURLToPath } from 'node:url';
import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { inboxStore } from '../../../adapters/inbox/inbox-store.ts';
import { listRecords } from '../../../adapters/lists/list-store.ts';
import { commit } from '../../../adapters/records/transaction.ts';
import { publishLists } from '../../../cli/stage/publish-lists.ts';
import { sendNoticesTo } from '../../../cli/stage/stage-secrets.ts';
import { ownersAreScreenedAgain } from './rescreenings.ts';
import { createAccount, listedCustomer, plainCustomer, sparseCustomer } from './account-events.ts';
import { caseOf, closeUntold, reviewer } from './cases.ts';
import { days, minutes, type DrivenStage } from './driven-stage.ts';

const listDirectory = fileURLToPath(new URL('../../../data/lists/ofac-2021-07', import.meta.url));
const publishedOn = '2021-07-15';

/** Brings every function to every call its handler can make, failures and repeats included. */
export async function driveEveryFunction(stage: DrivenStage): Promise<void> {
  await emptyLog(stage);
  await listsComeAndGo(stage);
  await accountsOfEveryKind(stage);
  await peopleDecide(stage);
  await providerIsDown(stage);
  await crashesLeaveBehind(stage);
  await ownersAreScreenedAgain(stage);
  await yearEnds(stage);
}

/** A log without a checkpoint is looked for in vain. */
async function emptyLog(stage: DrivenStage): Promise<void> {
  await stage.fire('rate(1440 minutes)');
  await stage.wait(10 * minutes);
}

/** A publication without its files is refused; lists whose index is gone cannot be searched until they come again. */
async function listsComeAndGo(stage: DrivenStage): Promise<void> {
  await stage.invoke('accept-lists', { prefix: 'ofac/none', publishedOn });
  await publishLists(stage, listDirectory, publishedOn);
  const inUse = await listRecords(stage.clients.documents, stage.names.RecordsTable).inUse();
  const Key = `indexes/${inUse?.index?.digest ?? ''}.idx`;
  await stage.clients.s3.send(new DeleteObjectCommand({ Bucket: stage.names.ListsBucket, Key }));
  await createAccount(stage, 'unsearched', plainCustomer);
  await publishLists(stage, listDirectory, publishedOn);
}

/** New, repeated, contradicted; clean, incomplete, listed; and one whose record is spoilt. */
async function accountsOfEveryKind(stage: DrivenStage): Promise<void> {
  await createAccount(stage, 'plain', plainCustomer);
  await createAccount(stage, 'plain', plainCustomer);
  await createAccount(stage, 'plain', sparseCustomer);
  // Another event with a number that is taken: parked, and the account loses the permission it had.
  await createAccount(stage, 'plain', sparseCustomer, 'msg-plain-again');
  await createAccount(stage, 'sparse', sparseCustomer);
  await createAccount(stage, 'listed', listedCustomer);
  const Item = { pk: 'account#spoilt', sk: 'state', account: 'not an account' };
  await stage.clients.documents.send(new PutCommand({ TableName: stage.names.RecordsTable, Item }));
  await createAccount(stage, 'spoilt', plainCustomer);
}

async function peopleDecide(stage: DrivenStage): Promise<void> {
  const { id } = await caseOf(stage, 'listed');
  const verdict = { verdict: 'refuse', because: 'The name, the country and the bank are the same.' } as const;
  await reviewer(stage, 'alice').list();
  await reviewer(stage, 'alice').show(id);
  await reviewer(stage, 'alice').decide(id, verdict);
  await reviewer(stage, 'bob').decide(id, verdict);
  await stage.aws.settled();
}

/** Nobody takes the notices, the case is not looked at and lapses; then the provider is back. */
async function providerIsDown(stage: DrivenStage): Promise<void> {
  await sendNoticesTo(stage, 'http://127.0.0.1:9/nobody-listens');
  // The functions hold the secret for a minute.
  await stage.wait(2 * minutes);
  await createAccount(stage, 'lapsing', listedCustomer);
  await createAccount(stage, 'unheard', plainCustomer);
  await stage.wait(5 * minutes);
  await stage.fire('rate(5 minutes)');
  await stage.wait(11 * days);
  await sendNoticesTo(stage, '');
  await stage.wait(2 * minutes);
  await stage.fire('rate(5 minutes)');
}

/** An event that never came to the queue, an execution that was not told, one that waits too late, a notice sent twice. */
async function crashesLeaveBehind(stage: DrivenStage): Promise<void> {
  await createAccount(stage, 'untold', listedCustomer);
  await closeUntold(stage, 'untold');
  await unqueued(stage);
  // As long as the sweep leaves an event to the queue.
  await stage.wait(16 * minutes);
  await stage.fire('rate(5 minutes)');
  await createAccount(stage, 'tooLate', listedCustomer);
  const { id: caseId, taskToken } = await closeUntold(stage, 'tooLate');
  await stage.invoke('open-review', { caseId, taskToken, notices: [] });
  await stage.invoke('notify-provider', { notices: await noticesOf(stage) });
}

/** Makes the parked event ready again, without the message that a redrive sends. */
async function unqueued({ clients, names }: DrivenStage): Promise<void> {
  const inbox = inboxStore(clients.documents, names.InboxTable);
  for await (const eventId of inbox.unfinished('parked', '9999')) {
    await commit(clients.documents, `event ${eventId}`, [inbox.redrive(await inbox.load(eventId))]);
  }
}

/** Ids of all notices there are; most were delivered long ago. */
async function noticesOf({ clients, names }: DrivenStage): Promise<string[]> {
  const scan = new ScanCommand({ TableName: names.RecordsTable, ProjectionExpression: 'pk' });
  const { Items = [] } = await clients.documents.send(scan);
  return Items.map(({ pk }) => String(pk)).flatMap((pk) => /^notice#(.+)$/.exec(pk)?.[1] ?? []);
}

async function yearEnds(stage: DrivenStage): Promise<void> {
  await stage.fire('cron(0 6 15 1 ? *)');
  await stage.fire('rate(1 minute)');
  await stage.fire('rate(1 minute)');
  await stage.fire('rate(1440 minutes)');
}
