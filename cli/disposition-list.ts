import { openCaseApi, type CaseApiOptions } from './stage/open-case-api.ts';

export interface DispositionListOptions extends CaseApiOptions {
  readonly account?: string;
}

/** `kyc disposition list`. */
export async function dispositionList({ account, ...who }: DispositionListOptions): Promise<void> {
  const found = await (await openCaseApi(who)).dispositions(account);
  if (found.length === 0)
    console.log(
      account === undefined
        ? 'No disposition waits for a second person.'
        : 'That account has no disposition.',
    );
  for (const { id, state, until, inForce, accountId, partyId, list, entryId, proposedBy } of found) {
    const force = inForce ? 'in force' : 'not in force';
    const by = proposedBy === null ? '' : ` (proposed by ${proposedBy})`;
    console.log(
      `${id}  ${state.padEnd(15)}  until ${until}  ${force}  ${accountId}  ${partyId}/${list}/${entryId}${by}`,
    );
  }
}
