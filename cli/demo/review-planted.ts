import { AnswerIsNoError } from '../outcome-errors.ts';
import { caseApi, type CaseApi, type GivenVerdict, type ListedCase } from '../stage/case-api.ts';
import { localPerson } from '../stage/local-people.ts';
import type { PlantedCase } from './planted-case.ts';
import type { SimulatedYear } from './simulated-year.ts';

export interface ReviewRecord {
  readonly decided: number;
  /** What the proposer was answered who tried to confirm alone; null where no case came to that. */
  readonly ownConfirmation: number | null;
}

const first = 'alice';
const second = 'bob';

/** Two people look at the planted cases that are to be reviewed: one proposes, the other confirms. */
export async function reviewPlanted(
  year: SimulatedYear,
  storage: string,
  planted: readonly PlantedCase[],
): Promise<ReviewRecord> {
  const { names, region } = year.stage;
  const api = (person: string) =>
    caseApi(names.ApiUrl, { region, credentials: localPerson(storage, person) });
  const [proposer, confirmer] = [api(first), api(second)];
  const waiting = await proposer.list();
  let decided = 0;
  let ownConfirmation: number | null = null;
  for (const { id, review } of planted) {
    const found = waiting.find(({ accountId }) => accountId === id);
    // One that is not listed was closed before this process was killed.
    if (!review || !found) continue;
    ownConfirmation = (await propose(proposer, found, review)) ?? ownConfirmation;
    await confirm(confirmer, found, review);
    decided += 1;
    year.progress.step();
  }
  return { decided, ownConfirmation };
}

/** @returns what the proposer is answered who says it twice, or null when somebody had proposed before */
async function propose(
  api: CaseApi,
  { id, state }: ListedCase,
  verdict: GivenVerdict,
): Promise<number | null> {
  if (state !== 'opened') return null;
  await api.show(id);
  await accepted(api, id, verdict);
  return (await api.decide(id, verdict)).status;
}

async function confirm(api: CaseApi, { id }: ListedCase, verdict: GivenVerdict): Promise<void> {
  await api.show(id);
  await accepted(api, id, verdict);
}

async function accepted(api: CaseApi, caseId: string, { verdict, because }: GivenVerdict): Promise<void> {
  const { status, body } = await api.decide(caseId, { verdict, because });
  if (status === 200) return;
  throw new AnswerIsNoError(
    `${caseId}: expected 200 to ${verdict}, found ${status}: ${JSON.stringify(body)}`,
  );
}
