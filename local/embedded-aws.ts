import type { SimulatedClock } from './clock/simulated-clock.ts';
import type { Jitter } from './asl/run/jitter.ts';
import type { DeployedResource } from './cfn/deployment.ts';
import type { People } from './http-api/people.ts';
import type { PolicyAccessControl } from './iam/policy-access-control.ts';
import type { Lambda } from './lambda/lambda.ts';
import type { UsageMeter } from './meter/usage-meter.ts';
import type { Schedules } from './scheduler/schedules.ts';
import type { StatesService } from './servers/states/states-service.ts';

export interface BootOptions {
  /** A `cdk.out` directory. */
  readonly assembly: string;
  /** Where everything is kept; made if missing. Booting again on it is a redeployment. */
  readonly storage: string;
  readonly clock: SimulatedClock;
  /** Port of the HTTP API; any free one if left out. */
  readonly apiPort?: number;
  /** The waits before retries of state machines; of a fixed seed if left out. */
  readonly jitter?: Jitter;
  /** Takes a line about what no caller is told: a refused schedule, a mapping that has to back off. */
  readonly log?: (line: string) => void;
}

/** A deployed assembly that runs. */
export interface EmbeddedAws {
  /** URL of the gateway to every service. */
  readonly endpoint: string;
  /** URL of the HTTP API. */
  readonly apiUrl: string;
  /** Who may sign requests to the API, with their secrets. */
  readonly people: People;
  /** Values of the stacks' `Outputs`, by stack and key. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Resource types that were met and left out on purpose. Whoever boots prints them. */
  readonly ignored: readonly string[];
  readonly states: StatesService;
  readonly meter: UsageMeter;
  readonly access: PolicyAccessControl;
  readonly lambda: Lambda;
  readonly schedules: Schedules;
  resources(): readonly DeployedResource[];
  /** What `Ref` answers. @throws Error when the stack has no such resource */
  physicalId(stackName: string, logicalId: string): string;
  /**
   * Resolves when nothing is left to do at this time: no message visible or in work at a mapping, no invocation, no
   * schedule's call and no execution at work. What waits for a later time is not waited for.
   */
  settled(): Promise<void>;
  /** Ends what runs, keeps what is stored, stops the clock's alarms, and gives the storage back. */
  close(): Promise<void>;
}
