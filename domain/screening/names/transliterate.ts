/** Cyrillic by sound, near to how passports and OFAC write it; Ukrainian, Belarusian and Serbian letters included. */
const cyrillic =
  'а a|б b|в v|г g|д d|е e|ё e|ж zh|з z|и i|й i|к k|л l|м m|н n|о o|п p|р r|с s|т t|у u|ф f|х kh|ц ts|ч ch|ш sh|щ shch|' +
  'ъ |ы y|ь |э e|ю yu|я ya|і i|ї i|є ye|ґ g|ў u|ј j|љ lj|њ nj|ћ c|ђ dj|џ dz|ѓ g|ќ k|ѕ dz|ә a|ғ g|қ k|ң n|ө o|ұ u|ү u|һ h';

/** Greek by ELOT 743, letter by letter. */
const greek =
  'α a|β v|γ g|δ d|ε e|ζ z|η i|θ th|ι i|κ k|λ l|μ m|ν n|ξ x|ο o|π p|ρ r|σ s|ς s|τ t|υ y|φ f|χ ch|ψ ps|ω o';

/** Latin letters that taking the accents away leaves as they are. */
const latin = 'ø o|ł l|đ d|ð d|þ th|ß ss|æ ae|œ oe|ı i|ħ h|ŋ n|ə a|ʻ |ʼ |ʹ |ʿ |ʾ ';

/** Letters of other alphabets that look like a Latin one: written into a Latin word to hide it. */
const lookAlikes =
  'а a|в b|е e|к k|м m|н h|о o|р p|с c|т t|у y|х x|і i|ј j|ѕ s|ԁ d|һ h|ԛ q|ԝ w|α a|β b|ε e|η n|ι i|κ k|ν v|ο o|ρ p|τ t|υ u|χ x';

const bySound = tableFrom(`${cyrillic}|${greek}|${latin}`);
const byLook = tableFrom(lookAlikes);

const latinLetter = /\p{Script=Latin}/u;
const foreignLetter = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** One lower-case word without accents: by sound, or by look where it mixes Latin with another alphabet. */
export function transliterate(word: string): string {
  const isMixed = latinLetter.test(word) && foreignLetter.test(word);
  return Array.from(word, (letter) => {
    const lookAlike = isMixed ? byLook.get(letter) : undefined;
    return lookAlike ?? bySound.get(letter) ?? letter;
  }).join('');
}

function tableFrom(pairs: string): ReadonlyMap<string, string> {
  return new Map(
    pairs.split('|').map((pair) => {
      const [letter = '', latinLetters = ''] = pair.split(' ');
      return [letter, latinLetters] as const;
    }),
  );
}
