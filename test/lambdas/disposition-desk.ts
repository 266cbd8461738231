import type { DispositionRecord } from '../../domain/dispositions/disposition-record.ts';
import { ConcurrentChangeError } from '../../domain/errors/kyc-error.ts';
import type { Owner } from '../../domain/identity/party.ts';
import type { CommitAudited } from '../../lambdas/runtime/records.ts';
import { accountCreated, individual } from '../support/account-events.ts';
import { reviewApi, type ApiAnswered } from './review-api.ts';
import { screenerFinding, VerificationRig } from './verification-rig.ts';

export const because = 'Born 30 years later than Zebulon Quixworth of the list.';
export const marked = { party: 'p_1', list: 'ofac-sdn', entryId: '36', because };
export const listed = individual({ name: 'Listed Person' });

/** A customer who may be listed, the case about it, and the people who look at it. */
export async function openCase() {
  const rig = new VerificationRig();
  rig.screener = screenerFinding('Listed Person');
  await rig.received('msg_1', accountCreated({ customer: listed, owners: [] }));
  const caseId = rig.onlyCase().id;
  const races = { left: 0 };
  const commit: CommitAudited = (...change) => {
    races.left -= 1;
    if (races.left >= 0) return Promise.reject(new ConcurrentChangeError('changed meanwhile'));
    return rig.records.commit(...change);
  };
  const call = reviewApi(rig, { commit });
  const propose = (by: string, differing: object = {}, id = caseId) =>
    call(by, 'POST /cases/{caseId}/dispositions', { caseId: id }, { ...marked, ...differing });
  const say = (by: string, opinion: string, dispositionId = onlyDisposition(rig).id) =>
    call(by, 'POST /dispositions/{dispositionId}/opinion', { dispositionId }, { opinion, because });
  const show = async () => (await call('alice', 'GET /cases/{caseId}', { caseId })).body;
  const updated = (customer: Owner, sequence = 2) =>
    rig.received(`msg_${sequence}`, accountCreated({ customer, owners: [], sequence }, 'account.updated'));
  return { rig, caseId, races, call, propose, say, show, updated };
}

/** The same, with the match marked as false by two people. */
export async function confirmedDisposition() {
  const opened = await openCase();
  await opened.propose('alice');
  await opened.say('bob', 'confirm');
  return opened;
}

export const dispositionsOf = (rig: VerificationRig) => rig.records.all('disposition') as DispositionRecord[];

/** @throws Error unless there is exactly one */
export function onlyDisposition(rig: VerificationRig): DispositionRecord {
  const [record, ...others] = dispositionsOf(rig);
  if (!record || others.length > 0) throw new Error(`expected one disposition, found ${others.length + 1}`);
  return record;
}

/** The parties of the newest screening, as its determination has them. */
export const lastScreening = (rig: VerificationRig) =>
  rig.records.determined('screening').at(-1)?.body.parties;
export const statuses = (answers: readonly ApiAnswered[]) => answers.map(({ status }) => status).sort();
