import { z } from 'zod';
import type { DispositionOpinion } from '../../domain/dispositions/step-disposition.ts';
import { CouldNotTellError } from '../outcome-errors.ts';
import { signedRequest, type ApiAnswer, type Signer } from './signed-request.ts';
import { turnedAway } from './turned-away.ts';

export const ListedCase = z.looseObject({
  id: z.string(),
  accountId: z.string(),
  state: z.string(),
  reasons: z.array(z.string()),
  openedAt: z.string(),
  dueAt: z.string(),
  proposal: z.looseObject({ verdict: z.string(), by: z.string() }).nullable(),
});
export type ListedCase = z.infer<typeof ListedCase>;

const Listed = z.object({ cases: z.array(ListedCase) });

const ListedDisposition = z.looseObject({
  id: z.string(),
  accountId: z.string(),
  partyId: z.string(),
  list: z.string(),
  entryId: z.string(),
  state: z.string(),
  until: z.string(),
  inForce: z.boolean(),
  proposedBy: z.string().nullable(),
});
export type ListedDisposition = z.infer<typeof ListedDisposition>;

const ListedDispositions = z.object({ dispositions: z.array(ListedDisposition) });

export interface DispositionProposal {
  readonly party: string;
  readonly list: string;
  readonly entryId: string;
  readonly because: string;
  readonly until?: string;
}

export interface GivenOpinion {
  readonly opinion: DispositionOpinion;
  readonly because: string;
}

export interface GivenVerdict {
  readonly verdict: 'approve' | 'refuse';
  readonly because: string;
}

/** The case API as one person uses it. Who acts is who signed; there is no way to say who one is. */
export interface CaseApi {
  list(): Promise<ListedCase[]>;
  show(caseId: string): Promise<ApiAnswer>;
  decide(caseId: string, verdict: GivenVerdict): Promise<ApiAnswer>;
  /** Those that wait for a second person, or all of one account. */
  dispositions(accountId?: string): Promise<ListedDisposition[]>;
  proposeDisposition(caseId: string, proposal: DispositionProposal): Promise<ApiAnswer>;
  answerDisposition(id: string, given: GivenOpinion): Promise<ApiAnswer>;
}

export function caseApi(apiUrl: string, signer: Signer): CaseApi {
  const at = (path: string) => new URL(path, apiUrl);
  return {
    async list() {
      return (await listed(signer, at('/cases'), Listed)).cases;
    },
    show: (caseId) => signedRequest(signer, 'GET', at(`/cases/${encodeURIComponent(caseId)}`)),
    decide: (caseId, verdict) =>
      signedRequest(signer, 'POST', at(`/cases/${encodeURIComponent(caseId)}/verdict`), verdict),
    async dispositions(accountId) {
      const of = accountId === undefined ? '' : `/accounts/${encodeURIComponent(accountId)}`;
      return (await listed(signer, at(`${of}/dispositions`), ListedDispositions)).dispositions;
    },
    proposeDisposition: (caseId, proposal) =>
      signedRequest(signer, 'POST', at(`/cases/${encodeURIComponent(caseId)}/dispositions`), proposal),
    answerDisposition: (id, given) =>
      signedRequest(signer, 'POST', at(`/dispositions/${encodeURIComponent(id)}/opinion`), given),
  };
}

async function listed<T>(signer: Signer, url: URL, schema: z.ZodType<T>): Promise<T> {
  const { status, body } = await signedRequest(signer, 'GET', url);
  const found = schema.safeParse(body);
  if (status === 200 && found.success) return found.data;
  if (status === 404) throw turnedAway(status, body);
  throw new CouldNotTellError(`GET ${url.pathname}: expected 200, found ${status}: ${JSON.stringify(body)}`);
}
