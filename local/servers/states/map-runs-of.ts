import { randomUUID } from 'node:crypto';
import { AslError } from '../../asl/errors/asl-error.ts';
import type { MapRun, MapRuns } from '../../asl/map/map-runs.ts';
import type { Surroundings } from '../../surroundings.ts';
import { accessKeyOf, mapRunArn, mapRunChildren } from './arns.ts';
import type { Execution } from './store/execution-store.ts';
import type { MapRunStore } from './store/map-run-store.ts';

interface MapRunTools {
  readonly surroundings: Pick<Surroundings, 'access'>;
  readonly mapRuns: MapRunStore;
}

/** The Map Runs of one execution, started and redriven as its role may. */
export function mapRunsOf(execution: Execution, { surroundings, mapRuns }: MapRunTools): MapRuns {
  const role = accessKeyOf(execution.roleArn);
  const demand = (action: string, resource: string): void => {
    try {
      surroundings.access.demand(role, action, resource);
    } catch (error) {
      throw new AslError('States.Permissions', error instanceof Error ? error.message : String(error));
    }
  };
  const opened = (arn: string): MapRun => {
    const id = arn.split(':').at(-1) ?? arn;
    const redriveCount = mapRuns.find(arn)?.redriveCount ?? 0;
    return {
      ...{ arn, id, redriveCount, finished: mapRuns.finished(arn) },
      keep: (place, items, result) => {
        mapRuns.keep({ mapRunArn: arn, place, items, result });
      },
      end: (status) => {
        mapRuns.end(arn, status);
      },
    };
  };
  return {
    start({ label, ...size }) {
      demand('states:StartExecution', execution.machineArn);
      // Step Functions watches the children, and stops them, in the name of the role.
      for (const action of ['states:DescribeExecution', 'states:StopExecution'])
        demand(action, execution.arn);
      const arn = mapRunArn(execution.machineArn, label, randomUUID());
      mapRuns.add({ arn, executionArn: execution.arn, ...size });
      return opened(arn);
    },
    resume(arn) {
      const run = opened(arn);
      const label = arn.split('/').at(-1)?.split(':')[0] ?? '';
      if (run.redriveCount > 0)
        demand('states:RedriveExecution', mapRunChildren(execution.machineArn, label));
      return run;
    },
  };
}
