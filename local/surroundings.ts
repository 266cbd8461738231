import type { DatabaseSync } from 'node:sqlite';
import type { Clock } from './clock/clock.ts';
import type { AccessControl } from './iam/access-control.ts';
import type { Meter } from './meter/meter.ts';

/** What every emulated service stands on. */
export interface Surroundings {
  readonly region: string;
  readonly account: string;
  readonly clock: Clock;
  readonly access: AccessControl;
  readonly meter: Meter;
  /** One SQLite file under `.local/`; each service owns the tables that carry its name as prefix. */
  readonly database: DatabaseSync;
}
