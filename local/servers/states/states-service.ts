import type { Jitter } from '../../asl/run/jitter.ts';
import type { Surroundings } from '../../surroundings.ts';
import { jsonService } from '../json-protocol.ts';
import type { Service } from '../service.ts';
import type { CaughtTransitions, ReachedStates } from './coverage.ts';
import { Integrations } from './integrations/integrations.ts';
import { RoleClients } from './integrations/role-clients.ts';
import { executionOperations } from './operations/execution-operations.ts';
import { machineOperations } from './operations/machine-operations.ts';
import { mapRunOperations } from './operations/map-run-operations.ts';
import { redriveOperation } from './operations/redrive-execution.ts';
import { tokenOperations } from './operations/token-operations.ts';
import { CheckpointStore } from './store/checkpoint-store.ts';
import { ExecutionStore } from './store/execution-store.ts';
import { HistoryStore } from './store/history-store.ts';
import { MachineStore } from './store/machine-store.ts';
import { MapRunStore } from './store/map-run-store.ts';
import { createTables } from './store/schema.ts';
import { TokenStore } from './store/token-store.ts';
import { Supervisor } from './supervisor.ts';
import { TokenDesk } from './token-desk.ts';

export interface StatesOptions {
  /** Where the other services answer; asked when the first call is made. */
  readonly endpoint: () => string;
  /** The waits before retries. */
  readonly jitter: Jitter;
}

/** Step Functions: Standard machines in JSONata. */
export interface StatesService extends Service {
  /** Continues what was RUNNING when the last process ended; call it once the machines are deployed. */
  resume(): Promise<number>;
  /** Lets go of every execution; they stay RUNNING in the database. */
  close(): Promise<void>;
  /** Resolves when no execution is doing work; waiting for the clock, a token or a child is not work. */
  idle(): Promise<void>;
  reachedStates(): ReachedStates;
  caughtTransitions(): CaughtTransitions;
}

export function createStates(surroundings: Surroundings, { endpoint, jitter }: StatesOptions): StatesService {
  const { database, clock, region } = surroundings;
  createTables(database);
  const clients = new RoleClients(region, endpoint);
  const history = new HistoryStore(database, clock);
  const tokens = new TokenDesk(new TokenStore(database), history, clock);
  const stores = {
    machines: new MachineStore(database),
    executions: new ExecutionStore(database),
    mapRuns: new MapRunStore(database, clock),
    checkpoints: new CheckpointStore(database, history, clock),
  };
  const integrations = new Integrations(clients);
  const supervisor = new Supervisor({ surroundings, ...stores, history, tokens, integrations, jitter });
  const stopAll = async (machineArn: string): Promise<void> => {
    const left = stores.executions.running().filter((execution) => execution.machineArn === machineArn);
    await Promise.all(left.map((execution) => supervisor.stop(execution)));
  };
  const service = jsonService('states', '1.0', {
    ...machineOperations({ surroundings, machines: stores.machines, stopAll }),
    ...executionOperations({ surroundings, ...stores, history, supervisor }),
    ...redriveOperation({ surroundings, ...stores, supervisor }),
    ...mapRunOperations(surroundings, stores.mapRuns),
    ...tokenOperations(surroundings, tokens),
  });
  return {
    ...service,
    resume: () => Promise.resolve(supervisor.resume()),
    close: async () => {
      await supervisor.close();
      stores.mapRuns.flush();
      clients.destroy();
    },
    idle: () => supervisor.activity.idle(),
    reachedStates: () => supervisor.coverage.reached,
    caughtTransitions: () => supervisor.coverage.caught,
  };
}
