import type { Fault } from '../validation/faults.ts';
import type { PolicyPack } from './read-policy-pack.ts';

/** Ways of saying that a rule binds. */
const claim =
  /\b(?:in force|takes? effect|took effect|entered into force|became law|(?:is|are|now|already) (?:law|binding|final|mandatory|enacted)|(?:was|were|has been) (?:made final|finali[sz]ed)|legally (?:binding|required)|(?:is|are) (?:required|obliged|bound) to)\b/i;

/** With one of these in the sentence it says that the rule does not, or asks whether it does. */
const denial =
  /\b(?:not|never|nobody|none|no|neither|nor|whether|unless|until|if|would|expected|has been no)\b/i;

/** How the proposal is named in packs that are law, or nobody's. */
const proposal = /89 FR 5698|15 CFR 7\.3\d\d|\bIaaS rule\b|\bproposed rule\b|\bproposal\b/i;

/**
 * Sentences that read as if a rule bound which does not: in a pack that is proposed or uncertain any such sentence, in
 * others those that speak of the proposal. A small check of words; it finds slips and no clever lie.
 */
export function claimsOfForce(pack: PolicyPack): Fault[] {
  const isBinding = pack.status === 'inForce' || pack.status === 'providerPolicy';
  return textsOf(pack).flatMap(({ pointer, text }) => {
    const slips = sentencesOf(text).filter(
      (sentence) => claim.test(sentence) && !denial.test(sentence) && (!isBinding || proposal.test(sentence)),
    );
    return slips.map(() => ({
      pointer,
      problem: 'must not read as if a rule were in force that is proposed or uncertain; say where it stands',
    }));
  });
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.;!?])\s+/);
}

interface Placed {
  readonly pointer: string;
  readonly text: string;
}

/** Titles of what others wrote stand under `source` and are theirs. */
const othersWords = new Set(['source', 'digest']);

function textsOf(value: unknown, pointer = ''): Placed[] {
  if (typeof value === 'string') return [{ pointer, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) =>
    othersWords.has(key) ? [] : textsOf(member, `${pointer}/${key}`),
  );
}
