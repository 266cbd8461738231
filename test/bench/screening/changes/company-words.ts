import { naturally, type Change } from './change.ts';

const forms: Record<string, readonly string[]> = {
  llc: ['L.L.C.', 'Limited Liability Company', 'Limited'],
  'l.l.c.': ['LLC', 'Limited'],
  limited: ['Ltd', 'Ltd.', 'LLC'],
  ltd: ['Limited', 'Ltd.'],
  'ltd.': ['Limited', 'LTD'],
  ooo: ['LLC', 'Limited Liability Company'],
  oao: ['OJSC', 'Open Joint Stock Company'],
  ao: ['JSC', 'Joint Stock Company'],
  jsc: ['AO', 'Joint Stock Company'],
  pjsc: ['PAO', 'Public Joint Stock Company'],
  gmbh: ['Ges.m.b.H.', 'Gesellschaft mit beschränkter Haftung'],
  sarl: ['S.A.R.L.', 'S.à r.l.'],
  'inc.': ['Incorporated', 'Corp.'],
  inc: ['Incorporated', 'Inc.'],
  corporation: ['Corp', 'Corp.'],
  'corp.': ['Corporation'],
  company: ['Co', 'Co.'],
  co: ['Company', 'Co.'],
  'co.': ['Company', 'CO'],
  'co.,': ['Company', 'Co'],
  fze: ['F.Z.E.', 'Free Zone Establishment'],
  sa: ['S.A.', 'Sociedad Anónima'],
  's.a.': ['SA'],
  's.a.l.': ['SAL'],
};

const generic: Record<string, string> = {
  international: "Int'l",
  trading: 'Trade',
  shipping: 'Ship',
  services: 'Service',
  industries: 'Industry',
  industrial: 'Industries',
  general: 'Gen.',
  group: 'Grp',
  technology: 'Tech',
  technologies: 'Technology',
  engineering: 'Engg',
  manufacturing: 'Mfg',
  development: 'Dev.',
  management: 'Mgmt',
  investment: 'Investments',
  investments: 'Investment',
  transport: 'Transportation',
  and: '&',
  '&': 'and',
};

export const legalFormChanged: Change = (name, random) => {
  const words = naturally(name);
  const place = words.findLastIndex((word) => word.toLowerCase() in forms);
  const others = forms[words[place]?.toLowerCase() ?? ''];
  return others === undefined ? null : words.with(place, random.pick(others)).join(' ');
};

/** Forms of several words, of which none goes alone. */
const longForm = /\b(?:limited liability|joint[- ]stock) company\b/i;

export const legalFormDropped: Change = (name) => {
  const text = naturally(name).join(' ');
  if (longForm.test(text)) return text.replace(longForm, '').trim().replaceAll(/ +/g, ' ');
  const words = naturally(name).filter((word) => !(word.toLowerCase() in forms));
  return words.length === 0 || words.length === naturally(name).length ? null : words.join(' ');
};

export const legalFormMoved: Change = (name) => {
  const words = naturally(name);
  if (longForm.test(words.join(' '))) return null;
  const place = words.findLastIndex((word) => word.toLowerCase() in forms);
  if (place < 0 || words.length < 2) return null;
  return place === 0
    ? [...words.slice(1), words[0]].join(' ')
    : [words[place], ...words.toSpliced(place, 1)].join(' ');
};

export const genericWordChanged: Change = (name) => {
  const words = naturally(name);
  const place = words.findIndex((word) => word.toLowerCase() in generic);
  return place < 0 ? null : words.with(place, generic[words[place]?.toLowerCase() ?? ''] ?? '').join(' ');
};

/** Two neighbours in the other order. */
export const neighboursSwapped: Change = (name, random) => {
  const words = naturally(name);
  if (words.length < 3) return null;
  const place = random.below(words.length - 1);
  return words.toSpliced(place, 2, words[place + 1] ?? '', words[place] ?? '').join(' ');
};
