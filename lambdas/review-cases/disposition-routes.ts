import { z } from 'zod';
import { dispositionOpinions } from '../../domain/dispositions/step-disposition.ts';
import { faultsOf } from '../../domain/validation/faults.ts';
import { refusal, type HttpAnswer } from '../runtime/http-answer.ts';
import { answerDisposition } from './answer-disposition.ts';
import { proposeDisposition, type DispositionDependencies } from './propose-disposition.ts';
import { Because } from './reviewer-reason.ts';

const id = z.string().min(1).max(128);

const ProposalBody = z.strictObject({
  party: id,
  list: id,
  entryId: id,
  because: Because,
  until: z.iso.date().optional(),
});

const OpinionBody = z.strictObject({ opinion: z.enum(dispositionOpinions), because: Because });

const DispositionId = z.string().regex(/^dsp_[0-9a-f]{20}$/);

/** `POST /cases/{caseId}/dispositions` */
export async function proposalRoute(
  deps: DispositionDependencies,
  caseId: string,
  content: unknown,
  by: string,
): Promise<HttpAnswer> {
  const body = ProposalBody.safeParse(content);
  if (!body.success)
    return refusal(422, 'expected { "party", "list", "entryId", "because": text, "until"?: day }', {
      faults: faultsOf(body.error),
    });
  const { party, ...given } = body.data;
  return proposeDisposition(deps, caseId, { ...given, partyId: party, by });
}

/** `POST /dispositions/{dispositionId}/opinion` */
export async function opinionRoute(
  deps: DispositionDependencies,
  rawId: string | undefined,
  content: unknown,
  by: string,
): Promise<HttpAnswer> {
  const dispositionId = DispositionId.safeParse(rawId);
  if (!dispositionId.success) return refusal(404, 'there is no such disposition; see `kyc disposition list`');
  const body = OpinionBody.safeParse(content);
  if (!body.success)
    return refusal(422, `expected { "opinion": ${dispositionOpinions.join(' | ')}, "because": text }`, {
      faults: faultsOf(body.error),
    });
  return answerDisposition(deps, dispositionId.data, { ...body.data, by });
}
