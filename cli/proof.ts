import { proofFaults } from '../domain/screening/proof/proof-manifest.ts';
import { writeProof, type ProofOf } from './proof/write-proof.ts';
import { withStage, type StageOptions } from './stage/stage.ts';

export interface ProofOptions extends StageOptions, ProofOf {
  readonly out: string;
}

/**
 * `kyc proof ACCOUNT`: writes what the pipeline has stored of an account's screenings into a folder that `kyc replay`
 * reads. 0 when all of it can be replayed, 1 when a determination is not what was audited, 2 when something cannot.
 * @throws CouldNotTellError when nothing is stored, the folder is not new, or the caller's rights do not reach
 */
export async function proof(account: string, options: ProofOptions): Promise<0 | 1 | 2> {
  const { out } = options;
  const manifest = await withStage(options, (stage) => writeProof(stage, account, options, out));
  const { changed, untold } = proofFaults(manifest);
  for (const line of changed) console.log(`CHANGED: ${line}`);
  for (const line of untold) console.log(`COULD NOT TELL: ${line}`);
  console.log(`${out} holds personal data, unsealed: keep it no longer than you need it.`);
  console.log(`Screen it again: npm run -s kyc -- replay ${out}`);
  if (changed.length > 0) return 1;
  return untold.length > 0 ? 2 : 0;
}
