import { presentParties, type AccountRecord } from '../../domain/accounts/account-record.ts';

/** How the screenings of all present parties stand, counted as the accounts stream by. */
export class ScreeningTally {
  readonly #counts = { clear: 0, possibleMatch: 0, notScreened: 0 };

  add(account: AccountRecord): void {
    for (const party of presentParties(account)) this.#counts[party.screening?.outcome ?? 'notScreened'] += 1;
  }

  counts(): { clear: number; possibleMatch: number; notScreened: number } {
    return { ...this.#counts };
  }
}
