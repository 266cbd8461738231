import { SFNClient } from '@aws-sdk/client-sfn';
import { CouldNotTellError } from '../outcome-errors.ts';
import { caseApi, type CaseApi } from './case-api.ts';
import { localPerson } from './local-people.ts';
import { findRunning } from './running-file.ts';
import type { Signer } from './signed-request.ts';

export interface CaseApiOptions {
  /** Which of the local people signs. */
  readonly as: string;
  /** API of a deployed stage. */
  readonly url?: string;
}

/** @throws CouldNotTellError when no stage runs here and none is named */
export async function openCaseApi({ as, url }: CaseApiOptions): Promise<CaseApi> {
  if (url !== undefined) return caseApi(url, await ambientSigner());
  const running = findRunning();
  if (!running) {
    throw new CouldNotTellError(
      'no stage runs here. Start one with `npm run -s kyc -- up`, or name the API of a deployed one with --url.',
    );
  }
  const { names, region, storage } = running;
  return caseApi(names.ApiUrl, { region, credentials: localPerson(storage, as) });
}

/** The credentials the AWS SDK finds in the environment, as for any AWS tool. */
async function ambientSigner(): Promise<Signer> {
  const { config } = new SFNClient({});
  try {
    return { region: await config.region(), credentials: await config.credentials() };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CouldNotTellError(`--url needs an AWS region and credentials: ${reason}`, { cause });
  }
}
