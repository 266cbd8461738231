import { AnswerIsNoError } from './outcome-errors.ts';
import {
  describeRescreening,
  endOfRescreening,
  newestRescreening,
  redriveRescreening,
} from './stage/rescreening-run.ts';
import { withStage, type StageOptions } from './stage/stage.ts';

const withinMs = 60 * 60_000;

/** `kyc rescreen redrive`: the newest run goes on where it stopped. */
export async function rescreenRedrive(options: StageOptions): Promise<void> {
  await withStage(options, async (stage) => {
    const newest = await newestRescreening(stage);
    if (newest === null) throw new AnswerIsNoError('no run was started yet, so there is none to redrive');
    const { status } = await describeRescreening(stage, newest);
    if (status === 'RUNNING' || status === 'SUCCEEDED') {
      throw new AnswerIsNoError(`the newest run is ${status}: there is nothing to redrive`);
    }
    await redriveRescreening(stage, newest);
    const { runId, owners, changed } = await endOfRescreening(stage, newest, withinMs);
    console.log(`run ${runId}: ${owners} owners, each with one result; ${changed} changed`);
  });
}
