import { endOfRescreening, startRescreening } from './stage/rescreening-run.ts';
import { withStage, type StageOptions } from './stage/stage.ts';

export interface RescreenStartOptions extends StageOptions {
  readonly full: boolean;
}

// Three functions of 15 minutes at most, one after the other, and their retries.
const withinMs = 60 * 60_000;

/** `kyc rescreen start`: runs the state machine that the daily schedule runs, and waits for its end. */
export async function rescreenStart({ full, ...options }: RescreenStartOptions): Promise<void> {
  await withStage(options, async (stage) => {
    const closed = await endOfRescreening(stage, await startRescreening(stage, { full }), withinMs);
    const { runId, owners, changed, manifestSha256 } = closed;
    console.log(`run ${runId}: ${owners} owners, each with one result; ${changed} changed`);
    console.log(`manifest SHA-256 ${manifestSha256}`);
  });
}
