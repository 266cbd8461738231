import { letterTable } from '../letter-table.ts';
import { read, type Reading } from '../spelt-word.ts';

/** Greek by ELOT 743, letter by letter. */
const letters = letterTable(
  'α a|β v|γ g|δ d|ε e|ζ z|η i|θ th|ι i|κ k|λ l|μ m|ν n|ξ x|ο o|π p|ρ r|σ s|ς s|τ t|υ y|φ f|χ ch|ψ ps|ω o',
);
const pairs = letterTable('ου ou|γγ ng|γξ nx|γχ nch|γκ gk|μπ mp|ντ nt');
const atStart = letterTable('μπ b|γκ g|ντ d');

/** υ after α, ε, η is a consonant: v before a voiced sound, f before another and at the end. */
const voiceless = 'θκξπσςτφχψ';

export function readGreek(word: string): Reading {
  let text = '';
  for (let at = 0; at < word.length;) {
    const pair = word.slice(at, at + 2);
    const sound = (at === 0 ? atStart.get(pair) : undefined) ?? pairs.get(pair) ?? upsilonPair(word, at);
    text += sound ?? letters.get(word.charAt(at)) ?? word.charAt(at);
    at += sound === undefined ? 1 : 2;
  }
  return read(text);
}

function upsilonPair(word: string, at: number): string | undefined {
  if (!'αεη'.includes(word.charAt(at)) || word.charAt(at + 1) !== 'υ') return undefined;
  const next = word.charAt(at + 2);
  const consonant = next === '' || voiceless.includes(next) ? 'f' : 'v';
  return (letters.get(word.charAt(at)) ?? '') + consonant;
}
