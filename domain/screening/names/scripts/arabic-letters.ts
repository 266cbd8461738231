import { letterTable } from '../letter-table.ts';
import type { Clues } from './clues.ts';

/** Letters as they sound; alef and ayn stand for a vowel, waw and ya for themselves. After `plainArabic`. */
const letters = letterTable(
  'ا a|ب b|ت t|ث th|ج j|ح h|خ kh|د d|ذ dh|ر r|ز z|س s|ش sh|ص s|ض d|ط t|ظ z|ع a|غ gh|ف f|ق q|ك k|ل l|م m|ن n|ه h|و w|ي y|' +
    'پ p|چ ch|ژ j|گ g|ڤ v|ٹ t|ڈ d|ڑ r|ں n|ے y|ڕ r|ڵ l|ۆ w|ێ y|ڭ ng|ڠ ng|ۋ v|ې y|ځ z|څ ts|ډ d|ړ r|ږ zh|ښ sh|ګ g|ڼ n|ټ t|ڃ j',
);
/** Two neighbours that would be read as one sound, as in `sh`. */
const oneSound = /^(?:[bcdgjkpstz]h|t[sz])/;

/** Persian, Kurdish and Urdu speakers say these otherwise than Arabs. */
const persian = letterTable('ث s|ذ z|ض z');

/** One letter for each sound that is written in several ways, and no marks. */
export function plainArabic(word: string): string {
  return word
    .normalize('NFD')
    .replaceAll(/[\p{M}ـء\u200c]/gu, '')
    .replaceAll(/[ىیئ]/gu, 'ي')
    .replaceAll('ک', 'ك')
    .replaceAll(/[ةہھەۀۃ]/gu, 'ه')
    .replaceAll('ٱ', 'ا');
}

/** An unknown word by its consonants, and by the letters that may be vowels; not empty. Takes what `plainArabic` leaves. */
export function arabicConsonants(word: string, { isPersian }: Clues): string {
  let text = '';
  for (const letter of word) {
    const latin = (isPersian ? persian.get(letter) : undefined) ?? letters.get(letter) ?? '';
    const isOneSound = text !== '' && oneSound.test(text.slice(-1) + latin);
    text += isOneSound ? `a${latin}` : latin;
  }
  return text === '' ? 'a' : text;
}
