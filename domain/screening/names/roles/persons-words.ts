const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Before or after a name, never one. */
export const titles = set(
  'mr mrs miss mister dr prof capt brig sgt cmdr mme mlle messrs madam esq esquire phd jr sr senor senora herr frau',
);

/** Titles that may be a part of the name: where two names are left without them. */
export const likelyTitles = set(
  'sir sheikh shaykh shaikh sheik shaik cheikh haji hadji hojatoleslam hojjatoleslam ayatollah ayatullah ayatolla grandayatollah marshal hajji hajj alhaj alhaji alhajj mufti mawlawi maulvi mawlavi molvi mulavi maulana mawlana mulla mullah molla',
);

/** Titles that are surnames and trade words too: the first word of a part, or with a point after, and two names left. */
export const leadingTitles = set(
  'ms gen col lt maj adm eng ing dipl hon rev general major colonel captain lieutenant admiral commander brigadier sergeant professor doctor engineer ' +
    'director excellency don dona ' +
    'qari hafiz ustad ostad ustadh imam prince princess king queen lord lady minister president senator comrade father brother',
);

/** A ship is called with or without them. */
export const vesselTitles = set('mv mt mts ss msv lpgc');

/** Articles, prepositions and words of descent, which are often left out. Not `abu`: Abu Ahmad is not Ahmad. */
export const particles = set(
  'al el ul il bin ibn ben bint binti binte bte bt ould uld oul ait aal de del della delle dello dei degli di da das dos du des la las los van ' +
    'von der den het ter ten zu zum zur af av the of for and et und och u y',
);

/** Given names and surnames elsewhere: not particles where a name begins with them. */
export const neverFirst = set('ben la du das le do y u des den');

/** The Arabic article takes the sound of the letter after it: ar-Rahman, ash-Shami. */
export const assimilatedArticle = /^[aeiu](dh|th|sh|d|t|s|z|n|r)$/;

/** Whether a word may be a title or a particle. */
export function isCalling(text: string): boolean {
  return [titles, likelyTitles, leadingTitles, vesselTitles, particles].some((words) => words.has(text));
}
