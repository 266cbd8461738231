import { foldWord } from '../fold-word.ts';

/** Names of God that stand after `abd`, and words of the faith that stand before `al-din`. */
const namesOfGod =
  'rahman rahim aziz karim malik qadir hamid majid wahid latif rauf jabbar salam hakim ghani ghaffar ghafur hadi nasir nasser razzaq razaq razzak razak ' +
  'wahhab wahab fattah fatah basit hafiz hafid samad halim jalil rashid sattar satar khaliq hay hai qayyum qayum muhsin mohsen mohsin amir salim majeed ' +
  'kader kadir kareem kerim rahmane rahmaan malek moneim munim quddus qudus haq haqq haque wadud wadoud bari nabi rasul rasoul hussein husayn reza ali azim zahir ' +
  'hameed hamed rahmon rahimi aleem alim hakeem saboor sabur jabar fatah zahra mahdi mehdi latef razek razig salaam mottaleb muttalib';
const beforeDin =
  'salah sala saleh nur nour noor nor jamal djamal ala izz ezz imad emad taj tadj tag sayf saif seif shams badr fakhr nasr nasir nasser naser muhyi mohi mohy muhi kamal ' +
  'siraj seraj burhan borhan husam hussam hisam zayn zain zein zeyn baha jalal jalaul galal shihab shahab qutb qotb sharaf saad sad taqi nizam nezam rukn najm nadjm asad khayr khair kheir ' +
  'sadr shuja ghiyath giyas isam issam bashir gul salam rashid amin alim muin moin hisam alam ashraf iman fadl fazl';
/** Families and places that the article often grows together with. */
const afterArticle =
  'zawahiri masri iraqi tikriti baghdadi shami ansari utaybi otaibi ghamdi shammari zahrani shihri shehri mutairi mutayri anzi enezi houthi huthi jabouri jubouri hamdani dulaymi dulaimi samarrai kurdi tunisi libi ' +
  'sudani jazairi maghribi filistini halabi homsi hamawi dimashqi qaddafi gaddafi zarqawi sinwar haddad khoury najjar sabbagh bitar attar hariri qahtani harbi dosari dawsari juburi obeidi ubaydi rubaie maliki sadr ' +
  'hashimi husseini hosseini hassani mousawi musawi alawi assad asad douri duri baghdad harith hakim sharif sharia sham rahman rawi ani yemeni hijazi najdi kuwaiti qatari omani lubnani urduni misri muhandis muhajir mujahid fayyadh waleed walid rashid aqsa islamia islami islamiya';

const folds = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(foldWord));
const gods = folds(namesOfGod);
const din = folds(beforeDin);
const families = folds(afterArticle);

const abd = /^abd[aeiou]{0,2}(?:l|([drnstz])(?=\1))(.+)$/;
const abdAndSun = /^abd[aeiou]([drnstzq].+|az.+)$/;
const endsInDin = /^(.+?)(?:a|e|i|u|ou|oo|al|el|ul|il)?(?:d|id)?din[e]?$/;
const endsInDeen = /^(.+?)(?:a|e|i|u|ou|oo|al|el|ul)?d?(?:deen|dien)$/;
const glued = /^(?:al|el)([b-df-hj-np-tv-z].{3,})$/;

/**
 * The parts of an Arabic name written as one word, or undefined: `abdulrahman` is `abd` and `rahman`, `salahuddin` is
 * `salah` and `din`, `alzawahiri` loses its article. Only for parts that are known, so that Alvarez and Aladin stay whole.
 */
export function arabicParts(word: string): ArabicParts | undefined {
  if (word.startsWith('abd')) return abdParts(word);
  if (word.startsWith('al') || word.startsWith('el')) {
    const rest = glued.exec(word)?.[1];
    if (rest !== undefined && families.has(foldWord(rest)))
      return { article: word.slice(0, 2), names: [rest] };
  }
  if (!/d(?:ine?|een|ien)$/.test(word)) return undefined;
  const stem = (endsInDin.exec(word) ?? endsInDeen.exec(word))?.[1];
  return stem !== undefined && din.has(foldWord(stem)) ? { names: [stem, 'din'] } : undefined;
}

export function isNameOfGod(word: string): boolean {
  return gods.has(foldWord(word));
}

interface ArabicParts {
  readonly article?: string;
  readonly names: readonly string[];
}

function abdParts(word: string): ArabicParts | undefined {
  const rest = abd.exec(word)?.[2] ?? abdAndSun.exec(word)?.[1];
  return rest !== undefined && gods.has(foldWord(rest)) ? { names: ['abd', rest] } : undefined;
}
