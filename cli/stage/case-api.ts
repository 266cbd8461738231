import { z } from 'zod';
import { CouldNotTellError } from '../outcome-errors.ts';
import { signedRequest, type ApiAnswer, type Signer } from './signed-request.ts';

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

export interface GivenVerdict {
  readonly verdict: 'approve' | 'refuse';
  readonly because: string;
}

/** The case API as one person uses it. Who acts is who signed; there is no way to say who one is. */
export interface CaseApi {
  list(): Promise<ListedCase[]>;
  show(caseId: string): Promise<ApiAnswer>;
  decide(caseId: string, verdict: GivenVerdict): Promise<ApiAnswer>;
}

export function caseApi(apiUrl: string, signer: Signer): CaseApi {
  const at = (path: string) => new URL(path, apiUrl);
  return {
    async list() {
      const { status, body } = await signedRequest(signer, 'GET', at('/cases'));
      const listed = Listed.safeParse(body);
      if (status === 200 && listed.success) return listed.data.cases;
      throw new CouldNotTellError(`GET /cases: expected 200, found ${status}: ${JSON.stringify(body)}`);
    },
    show: (caseId) => signedRequest(signer, 'GET', at(`/cases/${encodeURIComponent(caseId)}`)),
    decide: (caseId, verdict) =>
      signedRequest(signer, 'POST', at(`/cases/${encodeURIComponent(caseId)}/verdict`), verdict),
  };
}
