import { letterTable } from './letter-table.ts';

/** Letters of other alphabets that look like a Latin one: written into a Latin word to hide it. In both cases, as read. */
const latinByLook = letterTable(
  'а a|в b|е e|ё e|к k|м m|н h|о o|р p|с c|т t|у y|х x|і i|ї i|ј j|ѕ s|ԁ d|һ h|ԛ q|ԝ w|ӏ l|ь b|ү y|ғ f|' +
    'А A|В B|Е E|К K|М M|Н H|О O|Р P|С C|Т T|У Y|Х X|І I|Ј J|Ѕ S|Ԛ Q|Ԝ W|Ү Y|' +
    'α a|β b|ε e|η n|ι i|κ k|ν v|ο o|ρ p|σ o|τ t|υ u|χ x|ω w|γ y|ϲ c|ς c|ϳ j|Α A|Β B|Ε E|Ζ Z|Η H|Ι I|Κ K|Μ M|Ν N|Ο O|Ρ P|Τ T|Υ Y|Χ X|' +
    'օ o|ո n|ս u|հ h|ց g|ѵ v|ᴀ a|ʙ b|ᴄ c|ᴅ d|ᴇ e|ɢ g|ʜ h|ɪ i|ᴊ j|ᴋ k|ʟ l|ᴍ m|ɴ n|ᴏ o|ᴘ p|ʀ r|ꜱ s|ᴛ t|ᴜ u|ᴠ v|ᴡ w|ʏ y|ᴢ z|ɡ g|ɑ a|ı i',
);

const cyrillicByLook = new Map(
  Array.from(latinByLook)
    .filter(([letter]) => /\p{Script=Cyrillic}/u.test(letter))
    .reverse()
    .map(([letter, latin]) => [latin, letter]),
);

const latinLetter = /\p{Script=Latin}/u;
const foreignLetter = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u;
const lookAlikeCapitals = /[ᴀ-ᴢʀʟɴɢʜɪʏʙꜱɡɑ]/u;

/** A word that mixes alphabets, written in one: in Latin, or in Cyrillic where only its Latin letters can be look-alikes. */
export function withoutLookAlikes(written: string): string {
  if (!latinLetter.test(written)) return written;
  // An accent hides a letter no better than the letter itself.
  const word = foreignLetter.test(written) ? written.normalize('NFD').replaceAll(/\p{M}/gu, '') : written;
  const isMixed = latinLetter.test(word) && (foreignLetter.test(word) || lookAlikeCapitals.test(word));
  if (!isMixed) return written;
  const latin = mapped(word, latinByLook);
  if (!foreignLetter.test(latin)) return latin;
  const cyrillic = mapped(word, cyrillicByLook);
  return latinLetter.test(cyrillic) ? latin : cyrillic;
}

function mapped(word: string, table: ReadonlyMap<string, string>): string {
  return Array.from(word, (letter) => table.get(letter) ?? letter).join('');
}
