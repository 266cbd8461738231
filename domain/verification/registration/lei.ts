/** ISO 17442: eighteen capitals and digits, then two check digits. */
const form = /^[A-Z0-9]{18}\d{2}$/;

export type LeiFault = 'leiLength' | 'leiCharacters' | 'leiCheckDigits';

/**
 * What is wrong with a legal entity identifier; `null`: it is well formed, which does not prove that it was issued.
 * Nothing is folded or trimmed: ISO 17442 has capitals only.
 */
export function leiFault(lei: string): LeiFault | null {
  if (lei.length !== 20) return 'leiLength';
  if (!form.test(lei)) return 'leiCharacters';
  // MOD 97-10 gives digits 02 to 98 only: 00, 01 and 99 leave the same remainder and are never issued (ISO 7064).
  const digits = Number(lei.slice(-2));
  return digits >= 2 && digits <= 98 && remainderBy97(lei) === 1 ? null : 'leiCheckDigits';
}

/** The remainder by 97 of capitals and digits, letters counting 10 to 35 (ISO 7064). */
export function remainderBy97(text: string): number {
  return Array.from(text).reduce((remainder, character) => {
    const value = Number.parseInt(character, 36);
    return (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }, 0);
}
