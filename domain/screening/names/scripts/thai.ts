import { letterTable } from '../letter-table.ts';
import { read, type Reading } from '../spelt-word.ts';

/** The Royal Thai General System, at the beginning of a syllable. */
const initials = letterTable(
  'ก k|ข kh|ฃ kh|ค kh|ฅ kh|ฆ kh|ง ng|จ ch|ฉ ch|ช ch|ซ s|ฌ ch|ญ y|ฎ d|ฏ t|ฐ th|ฑ th|ฒ th|ณ n|ด d|ต t|ถ th|ท th|ธ th|น n|บ b|ป p|' +
    'ผ ph|ฝ f|พ ph|ฟ f|ภ ph|ม m|ย y|ร r|ล l|ว w|ศ s|ษ s|ส s|ห h|ฬ l|อ |ฮ h|ฤ rue',
);
/** The same at the end of one. */
const finals = letterTable(
  'ก k|ข k|ค k|ฆ k|ง ng|จ t|ช t|ซ t|ญ n|ฎ t|ฏ t|ฐ t|ฑ t|ฒ t|ณ n|ด t|ต t|ถ t|ท t|ธ t|น n|บ p|ป p|พ p|ฟ p|ภ p|ม m|ย i|ร n|ล n|ว o|ศ t|ษ t|ส t|ฬ n',
);
const vowels = letterTable('ะ a|ั a|า a|ำ am|ิ i|ี i|ึ ue|ื ue|ุ u|ู u|ฤ rue|็ ');
const before = letterTable('เ e|แ ae|โ o|ใ ai|ไ ai');

const consonant = '[ก-ฮ]';
const cluster = `(?:[กขคปผพต][รลว](?=[ะ-ู])|หฺ?[งญนมยรลว]|ทร|ศร|สร|${consonant})`;
/** One syllable: a vowel written before its consonant, the consonants, the vowel signs, and what closes it. */
const syllable = new RegExp(
  `([เ-ไ]?)(${cluster})((?:รร|(?:[ะ-ู]|็|อ)(?![ะ-ู]))*)(${consonant}(?!รร)(?=$|[เ-ไ]|${consonant}(?:[ะ-ูอ]|็)|${consonant}{2}))?`,
  'gu',
);

/** Thai by the sound of its syllables; names that Thais spell by their Sanskrit origin come out otherwise. */
export function readThai(word: string): Reading {
  // Tone marks say nothing in Latin letters, and a letter under the killing mark is silent, with the one before it
  // where the syllable is closed already; so is the r of -tra at the end.
  const spoken = word
    .replaceAll('ํา', 'ำ')
    .replaceAll(/[่-๋]/gu, '')
    .replaceAll(/(?<=[ะ-ู][ก-ฮ])[ก-ฮ]?[ก-ฮ][ิุ]?์/gu, '')
    .replaceAll(/[ก-ฮ][ิุ]?์/gu, '')
    .replace(/(?<=[ตท])ร$/u, '')
    .replace(/(?<=[ะ-ู][ก-ฮ])[ิุ]$/u, '');
  let text = '';
  for (const [, lead = '', start = '', signs = '', end = ''] of spoken.matchAll(syllable))
    text += initialOf(start) + vowelOf(lead, signs, end) + (finals.get(end) ?? '');
  return { words: read(text).words, isUnread: text === '' };
}

function initialOf(cluster: string): string {
  if (cluster === 'ทร') return 's';
  if (/^ห.$/u.test(cluster)) return initials.get(cluster.charAt(1)) ?? '';
  if (/^[สศ]ร$/u.test(cluster)) return 's';
  return Array.from(cluster, (letter) => initials.get(letter) ?? '').join('');
}

function vowelOf(lead: string, signs: string, end: string): string {
  const written = Array.from(signs, (sign) => (sign === 'อ' ? 'o' : (vowels.get(sign) ?? ''))).join('');
  if (signs.startsWith('รร')) return end === '' ? 'an' : 'a';
  if (lead === 'เ' && /[ิี]/u.test(signs)) return signs.includes('ี') ? 'ia' : 'er';
  if (lead === 'เ' && signs.includes('ื')) return 'uea';
  if (lead === 'เ' && signs === 'า') return 'ao';
  if (lead === 'เ' && signs.includes('อ')) return 'er';
  if (lead !== '') return before.get(lead) ?? '';
  if (written !== '') return written;
  // A consonant alone says a; closed by another, o.
  return end === '' ? 'a' : 'o';
}
