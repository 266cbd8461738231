import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { AnswerIsNoError, CouldNotTellError } from './outcome-errors.ts';
import { postEvent, type WebhookTarget } from './stage/post-event.ts';
import { sampleEvent } from './stage/samples.ts';
import { withStage, type StageOptions } from './stage/stage.ts';
import { inboundSecret } from './stage/stage-secrets.ts';

export interface SendOptions extends StageOptions {
  readonly sample?: string;
  readonly id?: string;
  readonly url?: string;
  readonly secret?: string;
}

/** `kyc send`: signs an event and posts it. Throws AnswerIsNoError for any answer but 202. */
export async function send(file: string | undefined, options: SendOptions): Promise<void> {
  const body = bodyFrom(file, options.sample);
  const target = await targetFrom(options);
  const id = options.id ?? `msg_${randomUUID()}`;
  const answer = await postEvent(target, { id, body }, new Date()).catch((cause: unknown) => {
    throw new CouldNotTellError(`${target.url} did not answer`, { cause });
  });
  if (answer.status !== 202) throw new AnswerIsNoError(`answered ${answer.status}: ${answer.body}`);
  console.log(`accepted as ${id}${accountIn(body)}`);
}

function bodyFrom(file: string | undefined, sample: string | undefined): string {
  if ((file === undefined) === (sample === undefined)) {
    throw new CouldNotTellError('send: expected a FILE or --sample NAME, one of the two');
  }
  if (sample !== undefined) return sampleEvent(sample);
  try {
    return readFileSync(file ?? '', 'utf8');
  } catch (cause) {
    throw new CouldNotTellError(`${file ?? ''} cannot be read`, { cause });
  }
}

async function targetFrom({ url, secret = process.env.KYC_WEBHOOK_SECRET, ...stageOptions }: SendOptions) {
  if (url === undefined) {
    return withStage(stageOptions, async (stage): Promise<WebhookTarget> => ({
      url: stage.names.WebhookUrl,
      secret: await inboundSecret(stage),
    }));
  }
  if (secret) return { url, secret };
  throw new CouldNotTellError('--url needs the signing secret: set KYC_WEBHOOK_SECRET, or give --secret');
}

function accountIn(body: string): string {
  const [, account] = /"account":\s*"([A-Za-z0-9_.:-]{1,128})"/.exec(body) ?? [];
  return account === undefined ? '' : `, account ${account}`;
}
