import { naturally, type Change } from './change.ts';

export const withPrefix: Change = (name, random) =>
  `${random.pick(['M/V', 'MV', 'M/T', 'MT', 'M.V.'])} ${naturally(name).join(' ')}`;

/** `SAM JONG 1` as `SAM JONG-1` or `SAMJONG 1`. */
export const otherNumberForm: Change = (name, random) => {
  const text = naturally(name).join(' ');
  if (!/[A-Z] \d+$/.test(text)) return null;
  return random.pick([
    text.replace(/ (\d+)$/, '-$1'),
    text.replace(/ (\d+)$/, ' No. $1'),
    text.replace(/ (\d+)$/, '$1'),
  ]);
};

const roman: Record<string, string> = {
  2: 'II',
  3: 'III',
  4: 'IV',
  5: 'V',
  6: 'VI',
  II: '2',
  III: '3',
  IV: '4',
  VI: '6',
};

export const romanNumber: Change = (name) => {
  const words = naturally(name);
  const last = roman[words.at(-1) ?? ''];
  return last === undefined ? null : [...words.slice(0, -1), last].join(' ');
};
