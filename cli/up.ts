import { join } from 'node:path';
import { listRecords } from '../adapters/lists/list-store.ts';
import { SimulatedClock } from '../local/clock/simulated-clock.ts';
import { synthesise } from '../local/synthesis.ts';
import { bootStage, type LocalStage } from './stage/local-stage.ts';
import { NoticeReceiver, type ReceivedNotice } from './stage/notice-receiver.ts';
import { acceptedLists, publishLists } from './stage/publish-lists.ts';
import { removeRunning, writeRunning } from './stage/running-file.ts';
import { inboundSecret, sendNoticesTo } from './stage/stage-secrets.ts';
import { progressOn } from './terminal/progress.ts';

export interface UpOptions {
  readonly port?: number;
  readonly notices?: string;
  readonly assembly?: string;
  readonly assemblyOut: string;
  readonly storage: string;
}

const sampleList = { directory: 'ofac-2021-07', publishedOn: '2021-07' };

/** `kyc up`: deploys the app into the embedded AWS and keeps it there until Ctrl-C. */
export async function up(options: UpOptions): Promise<void> {
  const progress = progressOn(process.stderr);
  progress.phase('the CDK app is synthesised');
  const assembly = options.assembly ?? options.assemblyOut;
  if (options.assembly === undefined) await synthesise({ outdir: assembly });
  progress.phase('the app is deployed into the embedded AWS');
  const { storage, port } = options;
  const stage = await bootStage({
    ...{ assembly, storage, clock: new SimulatedClock() },
    ...(port === undefined ? {} : { apiPort: port }),
  });
  const receiver = await receiveNotices(stage, options);
  await publishFirstList(stage);
  progress.end();
  const { aws, region, names } = stage;
  writeRunning({ pid: process.pid, endpoint: aws.endpoint, region, storage, names });
  console.log(welcome(stage, await inboundSecret(stage), storage));
  await interrupted();
  removeRunning();
  await stage.close();
  await receiver?.close();
}

/** Stands in for the provider, unless there is one: what it is told is printed as it happens. */
async function receiveNotices(
  stage: LocalStage,
  { notices, storage }: UpOptions,
): Promise<NoticeReceiver | null> {
  if (notices !== undefined) {
    await sendNoticesTo(stage, notices);
    return null;
  }
  let secret = '';
  const receiver = new NoticeReceiver({
    file: join(storage, 'notices.ndjson'),
    now: () => new Date(),
    secrets: () => (secret === '' ? [] : [secret]),
    onNotice: (notice) => {
      console.log(noticeLine(notice, new Date()));
    },
  });
  secret = await sendNoticesTo(stage, await receiver.listen(0));
  return receiver;
}

async function publishFirstList(stage: LocalStage): Promise<void> {
  if (await listRecords(stage.clients.documents, stage.names.RecordsTable).inUse()) return;
  const directory = join(import.meta.dirname, '..', 'data', 'lists', sampleList.directory);
  acceptedLists(await publishLists(stage, directory, sampleList.publishedOn));
}

function noticeLine({ type, account, data }: ReceivedNotice, at: Date): string {
  const { status = '', permission = '', reasons = [], case: caseId = '' } = data as Record<string, string>;
  const details = [status, permission, caseId, [reasons].flat().join(' ')].filter((part) => part !== '');
  return `${at.toISOString().slice(11, 19)}  ${type.padEnd(26)}  ${account ?? ''}  ${details.join('  ')}`.trimEnd();
}

function welcome({ names }: LocalStage, secret: string, storage: string): string {
  return `
The pipeline runs on this machine. It is a development tool: the secret below is a toy,
and the list it screens against is a sample of ${sampleList.publishedOn}. Do not send it real people.

  webhook    ${names.WebhookUrl}
  secret     ${secret}
  send       npm run -s kyc -- send --sample us-person
  cases      npm run -s kyc -- case list
  report     npm run -s kyc -- report certification   (goes to out/reports)
  audit log  npm run -s kyc -- audit export out/my-audit
  kept in    ${storage}
  stop       Ctrl-C; start it again and it goes on

Notices to the provider, as they come:`;
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        resolve();
      });
    }
  });
}
