import type { SucceedState } from '../definition.ts';
import { leave } from '../run/leave.ts';
import type { Entry, Outcome } from '../run/run.ts';

export async function runSucceed(state: SucceedState, entry: Entry): Promise<Outcome> {
  const output = await leave(entry, { type: 'Succeed', leaving: state, unchanged: entry.input });
  return { next: undefined, output };
}
