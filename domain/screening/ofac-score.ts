import { jaroWinkler } from './jaro-winkler.ts';
import { soundex } from './soundex.ts';

/**
 * Whether two parts that sound alike count more than their letters do, OFAC does not publish. Here they count half-way
 * between the likeness of their letters and full likeness.
 */
const soundShare = 0.5;

/**
 * How OFAC's own Sanctions List Search would score a listed name, 0 to 100, to show beside our score; it decides nothing.
 *
 * After OFAC's FAQ 249 ("How is the Score calculated?"): the whole name is compared by Jaro-Winkler; then each part of the
 * name entered is compared with the parts of the listed name by Jaro-Winkler and Soundex, and the parts make a composite
 * score; the higher of the two is the score. The weights within are not published, so that a point or two may differ.
 */
export function ofacScore(query: string, listed: string): number {
  const queryParts = partsOf(query);
  const listedParts = partsOf(listed);
  if (queryParts.length === 0 || listedParts.length === 0) return 0;
  const whole = jaroWinkler(queryParts.join(' '), listedParts.join(' '));
  return Math.round(100 * Math.max(whole, composite(queryParts, listedParts)));
}

function composite(queryParts: readonly string[], listedParts: readonly string[]): number {
  const scores = queryParts.map((part) => Math.max(...listedParts.map((other) => partScore(part, other))));
  return scores.reduce((total, score) => total + score, 0) / scores.length;
}

function partScore(part: string, other: string): number {
  const letters = jaroWinkler(part, other);
  const sound = soundex(part);
  return sound !== '' && sound === soundex(other) ? letters + soundShare * (1 - letters) : letters;
}

function partsOf(name: string): readonly string[] {
  return name
    .normalize('NFD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((part) => part !== '');
}
