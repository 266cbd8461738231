import type { Surroundings } from '../../../surroundings.ts';
import type { JsonOperation } from '../../json-protocol.ts';
import { ServiceError } from '../../service-error.ts';
import type { MapRunCount, MapRunRow, MapRunStore } from '../store/map-run-store.ts';
import { requiredText, seconds } from './inputs.ts';

/** DescribeMapRun and ListMapRuns. */
export function mapRunOperations(
  { access }: Pick<Surroundings, 'access'>,
  mapRuns: MapRunStore,
): Record<string, JsonOperation> {
  return {
    DescribeMapRun: (input, caller) => {
      const arn = requiredText(input, 'mapRunArn');
      access.demand(caller, 'states:DescribeMapRun', arn);
      const run = mapRuns.find(arn);
      if (!run) throw new ServiceError('ResourceNotFound', `Map Run does not exist: '${arn}'`);
      return described(run, mapRuns.counts(arn));
    },
    ListMapRuns: (input, caller) => {
      const arn = requiredText(input, 'executionArn');
      access.demand(caller, 'states:ListMapRuns', arn);
      return { mapRuns: mapRuns.of(arn).map((run) => ({ ...times(run), ...names(run) })) };
    },
  };
}

function described(run: MapRunRow, counts: readonly MapRunCount[]): unknown {
  const { status, maxConcurrency, redriveCount } = run;
  return {
    ...{ mapRunArn: run.arn, executionArn: run.executionArn, status, maxConcurrency, redriveCount },
    ...times(run),
    ...{ toleratedFailurePercentage: 0, toleratedFailureCount: 0 },
    itemCounts: tally(run, run.items, (count) => count.items, counts),
    executionCounts: tally(run, run.children, (count) => count.children, counts),
  };
}

/** Of what has not come to its end, all counts as running while the run goes on, and as aborted afterwards. */
function tally(
  { status }: MapRunRow,
  total: number,
  of: (count: MapRunCount) => number,
  counts: readonly MapRunCount[],
): Record<string, number> {
  const ended = (name: MapRunCount['status']) =>
    counts.filter((count) => count.status === name).map(of)[0] ?? 0;
  const [succeeded, failed] = [ended('SUCCEEDED'), ended('FAILED')];
  const open = total - succeeded - failed;
  const isRunning = status === 'RUNNING';
  return {
    ...{ total, succeeded, failed, timedOut: 0, pending: 0 },
    ...{ running: isRunning ? open : 0, aborted: isRunning ? 0 : open },
    ...{ resultsWritten: succeeded, failuresNotRedrivable: 0, pendingRedrive: isRunning ? 0 : failed + open },
  };
}

function names({ arn, executionArn }: MapRunRow): Record<string, string> {
  const machine = executionArn.replace(':execution:', ':stateMachine:').split(':').slice(0, 7).join(':');
  return { mapRunArn: arn, executionArn, stateMachineArn: machine };
}

function times({ startedAt, stoppedAt }: MapRunRow): Record<string, number> {
  return { startDate: seconds(startedAt), ...(stoppedAt === null ? {} : { stopDate: seconds(stoppedAt) }) };
}
