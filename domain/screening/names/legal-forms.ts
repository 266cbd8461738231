import { editDistance } from '../edit-distance.ts';
import type { NameWord, WordRole } from './normalised-name.ts';

/** Words that say what kind of company it is, not which one. */
const words = (
  'ab ag aktiengesellschaft anonim as asa aps bhd bv ca co company cooperative corp corporation cv doo ead eirl eood est ' +
  'establishment fzc fzco fze fzllc gesellschaft gmbh inc incorporated jsc joint kft kg kk liability limitada limited llc ' +
  'llp lp ltd ltda mbh nv oao oco ohg oao ojsc ooo ood open oy oyj pao pjsc plc private pte pty public pvt qsc sa sae sal ' +
  'sanayi sarl sas sasu sdn sirketi sl societe sociedad spa spk spol srl sro stock tbk ve vof zao'
).split(' ');

/** From here on a run of two such words is still recognised when the blank between them is lost. */
const shortestJoinedWord = 4;

const long = words.filter((word) => word.length >= shortestJoinedWord);
const legalForms: ReadonlySet<string> = new Set([
  ...words,
  ...long.flatMap((first) => long.map((second) => first + second)),
]);

/** Written onto the end of a name when the blank before them is lost. */
const endings = ['company', 'corporation', 'limited', 'fzco', 'fzc', 'fze', 'gmbh', 'llc', 'ltd', 'pty'];
const shortestName = 3;

/** Long enough that a word one slip away is the same word misspelt. */
const oftenMisspelt = ['company', 'corporation', 'liability', 'limited', 'private'];

/** One word, or two where a legal form was written onto the end of the other: `shippinglimited`. */
export function partLegalForms(token: string): readonly NameWord[] {
  if (isLegalForm(token)) return [wordOf(token, 'legalForm')];
  const ending = endings.find(
    (candidate) => token.endsWith(candidate) && token.length >= candidate.length + shortestName,
  );
  if (ending === undefined) return [wordOf(token, 'name')];
  return [wordOf(token.slice(0, -ending.length), 'name'), wordOf(ending, 'legalForm')];
}

function wordOf(text: string, role: WordRole): NameWord {
  return { text, role, isConsonantal: false };
}

function isLegalForm(token: string): boolean {
  return legalForms.has(token) || oftenMisspelt.some((word) => isSlip(token, word));
}

function isSlip(token: string, word: string): boolean {
  return token.startsWith(word.slice(0, 1)) && editDistance(token, word, 1) === 1;
}
