import type { AccountRecord } from '../accounts/account-record.ts';
import type { Deadline } from '../deadlines/deadline.ts';
import { stateOfStatus } from './programme-of-decision.ts';
import type { ProgrammeAccount } from './step-programme.ts';

/** Where an account stands in the programme, and what has to be done about it by when. */
export interface AccountStanding extends ProgrammeAccount {
  readonly deadlines: Deadline[];
}

/** As stored; of an account that was stored before states were, as its status tells, without deadlines. */
export function standingOf({
  status,
  state = stateOfStatus(status),
  openedBy = null,
  deadlines = [],
}: Pick<AccountRecord, 'status' | 'state' | 'openedBy' | 'deadlines'>): AccountStanding {
  return { state, openedBy, deadlines };
}
