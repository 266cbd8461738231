import { naturally, type Change } from './change.ts';

type Rule = readonly [from: RegExp, to: string];

/** Arabic and Persian names as English, French and German speakers write them. */
const arabic: readonly Rule[] = [
  [/\bmu?o?ham+[ae]d\b/, 'mohamed'],
  [/\bahmad\b/, 'ahmed'],
  [/\bah?med\b/, 'ahmad'],
  [/\bhus+[ae]i?y?n\b/, 'hossein'],
  [/\byusu?f\b/, 'youssef'],
  [/\bal[- ]/, 'el-'],
  [/\bel[- ]/, 'al '],
  [/\babd[ -]al[- ]/, 'abdul '],
  [/\babdul[ -]?/, 'abdel '],
  [/\bibn\b/, 'bin'],
  [/\bben\b/, 'bin'],
  [/q/, 'k'],
  [/gh/, 'g'],
  [/kh/, 'ch'],
  [/aw/, 'au'],
  [/ay/, 'ai'],
  [/ou/, 'u'],
  [/ee/, 'i'],
  [/iyy?a\b/, 'ia'],
  [/eh\b/, 'ah'],
  [/ah\b/, 'a'],
  [/i\b/, 'y'],
  [/z/, 'dh'],
];

/** Russian by the rules of passports, libraries and newspapers. */
const russian: readonly Rule[] = [
  [/iy\b/, 'y'],
  [/ey\b/, 'ei'],
  [/yy\b/, 'y'],
  [/skiy\b/, 'sky'],
  [/ski[iy]?\b/, 'skiy'],
  [/sky\b/, 'skii'],
  [/ye/, 'e'],
  [/\be/, 'ye'],
  [/yu/, 'iu'],
  [/ya/, 'ia'],
  [/kh/, 'h'],
  [/zh/, 'j'],
  [/shch/, 'sch'],
  [/ts/, 'c'],
  [/ks/, 'x'],
  [/ov\b/, 'off'],
  [/ev\b/, 'ew'],
];

/** Chinese in Hanyu Pinyin to Wade-Giles and the spellings of Hong Kong. */
const chinese: readonly Rule[] = [
  [/\bzh/, 'ch'],
  [/\bx/, 'hs'],
  [/\bq/, "ch'"],
  [/\bj/, 'ch'],
  [/\bz/, 'ts'],
  [/\bc(?!h)/, "ts'"],
  [/\bg/, 'k'],
  [/\bd/, 't'],
  [/\bb/, 'p'],
  [/ong\b/, 'ung'],
];

const korean: readonly Rule[] = [
  [/\bri\b/, 'lee'],
  [/\bpak\b/, 'park'],
  [/\bchoe\b/, 'choi'],
  [/\bjong\b/, 'jung'],
  [/\bcho\b/, 'jo'],
  [/\bkim\b/, 'gim'],
  [/\bkang\b/, 'gang'],
  [/\bchol\b/, 'cheol'],
  [/\byong\b/, 'young'],
  [/\bsong\b/, 'sung'],
  [/\bhyok\b/, 'hyeok'],
  [/\bmyong\b/, 'myung'],
  [/\bun\b/, 'eun'],
  [/\bsok\b/, 'seok'],
  [/\bo\b/, 'oh'],
  [/u\b/, 'oo'],
];

/** As careless data entry has it, whatever the language: what the published samples call `translit`. */
const careless: readonly Rule[] = [
  [/v/, 'ff'],
  [/y/, 'i'],
  [/kh/, 'ch'],
  [/ph/, 'f'],
  [/j/, 'dj'],
  [/sh/, 'sch'],
  [/x/, 'ks'],
  [/q/, 'k'],
  [/c(?=[aou])/, 'k'],
  [/ou/, 'u'],
  [/al-/, 'el-'],
];

export const arabicSpelling = respell(arabic, 2);
export const russianSpelling = respell(russian, 2);
export const chineseSpelling = respell(chinese, 1);
export const koreanSpelling = respell(korean, 2);
export const carelessSpelling = respell(careless, 2);

/** Applies up to `most` of the rules that fit, each wherever it fits. */
function respell(rules: readonly Rule[], most: number): Change {
  return (name, random) => {
    const text = naturally(name).join(' ').toLowerCase();
    const fitting = rules.filter(([from]) => from.test(text)).sort(() => random.next() - 0.5);
    const respelt = fitting
      .slice(0, most)
      .reduce((spelt, [from, to]) => spelt.replaceAll(new RegExp(from, 'g'), to), text);
    return respelt === text ? null : respelt;
  };
}
