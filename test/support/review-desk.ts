import { localPerson } from '../../cli/stage/local-people.ts';
import { signedRequest, type ApiAnswer } from '../../cli/stage/signed-request.ts';
import type { RunningAws } from './running-aws.ts';

type Person = 'alice' | 'bob' | 'carol';

/** The case API, used by people who sign their requests. */
export class ReviewDesk {
  readonly #running: RunningAws;

  constructor(running: RunningAws) {
    this.#running = running;
  }

  async list(by: Person): Promise<ApiAnswer> {
    return this.#call(by, 'GET', '/cases');
  }

  async show(by: Person, caseId: string): Promise<ApiAnswer> {
    return this.#call(by, 'GET', `/cases/${caseId}`);
  }

  async give(
    by: Person,
    caseId: string,
    verdict: 'approve' | 'refuse',
    because = 'compared with the documents on file',
  ): Promise<ApiAnswer> {
    return this.#call(by, 'POST', `/cases/${caseId}/verdict`, { verdict, because });
  }

  /** The first person proposes and the second decides. @returns their answers' statuses */
  async decide(caseId: string, verdict: 'approve' | 'refuse', because?: string): Promise<[number, number]> {
    const proposed = await this.give('alice', caseId, verdict, because);
    const decided = await this.give('bob', caseId, verdict, because);
    return [proposed.status, decided.status];
  }

  /** The first person marks the first match of the case's first party as false, the second confirms. @returns the statuses */
  async markFalse(caseId: string, because: string): Promise<[number, number]> {
    const { body } = await this.show('alice', caseId);
    const [party] = (body as { parties: { id: string; entries: { list: string; entryId: string }[] }[] })
      .parties;
    const [entry] = party?.entries ?? [];
    const match = { party: party?.id, list: entry?.list, entryId: entry?.entryId };
    const proposed = await this.#call('alice', 'POST', `/cases/${caseId}/dispositions`, {
      ...match,
      because,
    });
    const { disposition } = proposed.body as { disposition: string };
    const opinion = { opinion: 'confirm', because };
    const confirmed = await this.#call('bob', 'POST', `/dispositions/${disposition}/opinion`, opinion);
    return [proposed.status, confirmed.status];
  }

  #call(by: Person, method: 'GET' | 'POST', path: string, body?: unknown): Promise<ApiAnswer> {
    const { storage, names } = this.#running;
    const signer = { region: 'us-east-1', credentials: localPerson(storage, by) };
    return signedRequest(signer, method, new URL(names.ApiUrl + path), body);
  }
}
