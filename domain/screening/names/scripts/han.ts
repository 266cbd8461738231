import { read, unread, type Reading, type SpeltWord } from '../spelt-word.ts';
import type { Clues } from './clues.ts';
import { businessWords, businessWordPattern } from './han-business-words.ts';
import { japaneseSurnameOf } from './japanese-surnames.ts';
import { asciiLetters } from './latin.ts';

/** Characters read otherwise as a surname than in other words. */
const surnameReadings = new Map(
  (
    '曾 zeng|单 shan|單 shan|仇 qiu|任 ren|解 xie|查 zha|盖 ge|蓋 ge|覃 qin|区 ou|區 ou|朴 piao|尉 yu|翟 zhai|召 shao|乐 yue|樂 yue|' +
    '员 yun|員 yun|黑 he|洗 xian|冼 xian|宁 ning|寧 ning|种 chong|秘 bi|缪 miao|繆 miao|沈 shen|葛 ge|长 chang|石 shi|万 wan|' +
    '华 hua|華 hua|吴 wu|吳 wu|贾 jia|賈 jia|逄 pang|祭 zhai|郇 xun|郗 xi|芮 rui|訾 zi'
  )
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);

const compoundSurnames = new Set(
  (
    '欧阳 歐陽 诸葛 諸葛 司马 司馬 上官 夏侯 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 司徒 端木 东方 東方 独孤 獨孤 南宫 南宮 ' +
    '宇文 长孙 長孫 轩辕 軒轅 太史 申屠 呼延 西门 西門'
  ).split(' '),
);

/** Surname and given name together; longer ones spell foreign names, or say what a company does. */
const longestPersonalName = 4;

/** Chinese characters as pinyin: the surname is one word, the given name another. Japanese names only by their surname. */
export function readHan(word: string, clues: Clues): Reading {
  const japanese = japaneseSurnameOf(word);
  if (japanese !== undefined) {
    const given = word.slice(japanese.characters);
    return { words: read(japanese.latin).words, isUnread: given !== '' };
  }
  if (clues.isJapanese) return unread;
  const parts = word.split(businessWordPattern).filter((part) => part !== '');
  if (parts.length > 1 || businessWords.has(word)) return readCompany(parts);
  return readPerson(word);
}

function readPerson(word: string): Reading {
  const characters = Array.from(word);
  const surnameLength = compoundSurnames.has(characters.slice(0, 2).join('')) ? 2 : 1;
  const surname = characters.slice(0, surnameLength);
  const given = characters.slice(surnameLength);
  const isUnread = characters.length > longestPersonalName;
  return { words: read(pinyin(surname, true), pinyin(given, false)).words, isUnread };
}

/** The words of the trade are listed in translation, the name between them by sound. */
function readCompany(parts: readonly string[]): Reading {
  let isUnread = false;
  const words = parts.flatMap((part): SpeltWord[] => {
    const meaning = businessWords.get(part);
    if (meaning !== undefined) return [{ isConsonantal: false, ...meaning }];
    if (part.length > longestPersonalName) isUnread = true;
    return [...read(pinyin(Array.from(part), false)).words];
  });
  return { words, isUnread };
}

function pinyin(characters: readonly string[], isSurname: boolean): string {
  return characters
    .map((character) => (isSurname ? surnameReadings.get(character) : undefined) ?? asciiLetters(character))
    .join('');
}
