import { letterTable } from '../letter-table.ts';
import { read, type Reading } from '../spelt-word.ts';

/*
 * Bengali, Gurmukhi, Gujarati, Odia, Tamil, Telugu, Kannada and Malayalam stand in Unicode in the order of Devanagari, 128
 * places apart (the ISCII order), so one table reads all nine.
 */
const firstBlock = 0x0900;
const blockSize = 0x80;

const consonants = letterTable(
  'क k|ख kh|ग g|घ gh|ङ n|च ch|छ chh|ज j|झ jh|ञ n|ट t|ठ th|ड d|ढ dh|ण n|त t|थ th|द d|ध dh|न n|ऩ n|प p|फ ph|ब b|भ bh|म m|' +
    'य y|र r|ऱ r|ल l|ळ l|ऴ zh|व v|श sh|ष sh|स s|ह h|क़ q|ख़ kh|ग़ g|ज़ z|ड़ r|ढ़ rh|फ़ f|य़ y|ॹ z',
);
const vowels = letterTable('अ a|आ a|इ i|ई i|उ u|ऊ u|ऋ ri|ऌ l|ऍ e|ऎ e|ए e|ऐ ai|ऑ o|ऒ o|ओ o|औ au');
const vowelSigns = letterTable('ा a|ि i|ी i|ु u|ू u|ृ ri|ॅ e|ॆ e|े e|ै ai|ॉ o|ॊ o|ो o|ौ au');
const nasals = letterTable('ँ n|ं n|ः h');
/** A dot below makes another consonant of it. */
const nukta = '़';
const virama = '्';
/** From here on the southern scripts, where a final a is spoken. */
const firstSouthern = 0x0b80;

const inherent = 'ə';

/** Written with an h, spoken with a g, in every one of these scripts. */
const singh = /^(?:सिंह|सिंघ|सिङ्घ|ਸਿੰਘ|સિંહ|সিংহ|সিং)$/u;

/** By sound, with the a that is not written put in, and left out again where Hindi swallows it. */
export function readIndic(word: string): Reading {
  if (singh.test(word)) return read('singh');
  const isSouthern = word.charCodeAt(0) >= firstSouthern;
  let text = '';
  for (const character of word) {
    const sign = asDevanagari(character);
    if (sign === virama || vowelSigns.has(sign))
      text = text.replace(/ə$/u, '') + (vowelSigns.get(sign) ?? '');
    else if (sign === nukta) text = dottedEnd(text);
    else if (consonants.has(sign)) text += (consonants.get(sign) ?? '') + inherent;
    else text += vowels.get(sign) ?? nasals.get(sign) ?? '';
  }
  return read(withoutSilentVowels(text, isSouthern));
}

/** ə at the end is silent, and between single consonants before another vowel: kəmələ, kamla. Not in the south. */
function withoutSilentVowels(text: string, isSouthern: boolean): string {
  if (isSouthern) return text.replaceAll(inherent, 'a');
  return text
    .replace(/(?<=[^ə].*(?<![^aeiouə][rynvm]))ə$/u, '')
    .replaceAll(
      /(?<=[aeiouə](?:[bcdgjkpt]h|[bcdfghjklmnpqrstvyz]))ə(?=(?:[bcdgjkpt]h|[bcdfghjklmnpqrstvyz])[aeiou])/gu,
      '',
    )
    .replaceAll(inherent, 'a');
}

function dottedEnd(text: string): string {
  const [end = '', letter = ''] = /(z|j|ph|d|k)ə$/u.exec(text) ?? [];
  const replaced = { j: 'z', ph: 'f', d: 'r', k: 'q' }[letter] ?? letter;
  return text.slice(0, text.length - end.length) + replaced + (end === '' ? '' : inherent);
}

function asDevanagari(character: string): string {
  return String.fromCharCode(firstBlock + ((character.charCodeAt(0) - firstBlock) % blockSize));
}
