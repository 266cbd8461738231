import { rescreeningStore, type RescreeningRecord } from '../adapters/records/rescreening-store.ts';
import { describeRescreening, newestRescreening, type RescreeningRun } from './stage/rescreening-run.ts';
import { withStage, type StageOptions } from './stage/stage.ts';

/** `kyc rescreen status`: the newest run, and the last that was completed. */
export async function rescreenStatus(options: StageOptions): Promise<void> {
  await withStage(options, async (stage) => {
    const newest = await newestRescreening(stage);
    if (newest === null) console.log('no run was started yet: npm run -s kyc -- rescreen start');
    else console.log(runLine(await describeRescreening(stage, newest)));
    const last = await rescreeningStore(stage.clients.documents, stage.names.RecordsTable).last();
    console.log(last ? lastLines(last) : 'no run was completed yet');
  });
}

function runLine({ executionArn, status, error, shards }: RescreeningRun): string {
  const done = shards ? `, ${shards.succeeded ?? 0} of ${shards.total ?? 0} shards done` : '';
  const why = error === null ? '' : ` (${error})`;
  return `newest run: ${status}${why}${done}\n  ${executionArn}`;
}

function lastLines(last: RescreeningRecord): string {
  const { clear, possibleMatch, notScreened } = last.outcomes;
  return [
    `last completed: ${last.runId}, ${last.mode} (${last.because}), ${last.completedAt}`,
    `  ${last.owners} owners: ${clear} clear, ${possibleMatch} possible matches, ${notScreened} not screened; ${last.changed} changed`,
    `  list ${last.basis.listDigest}, matcher ${last.basis.matcherVersion}, threshold ${last.basis.threshold}`,
    `  manifest ${last.manifestKey}, SHA-256 ${last.manifestSha256}`,
  ].join('\n');
}
