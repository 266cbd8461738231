import type { PassState } from '../definition.ts';
import { leave } from '../run/leave.ts';
import type { Entry, Outcome } from '../run/run.ts';

export async function runPass(state: PassState, entry: Entry): Promise<Outcome> {
  const output = await leave(entry, { type: 'Pass', leaving: state, unchanged: entry.input });
  return { next: state.Next, output };
}
