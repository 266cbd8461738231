/** ICAO Doc 9303-3, section 4.9: weights 7, 3, 1 over and over, modulo 10; A to Z count 10 to 35, the filler 0. */
const weights = [7, 3, 1] as const;
const filler = '<';

/** The check digit that belongs to a field of capitals, digits and fillers. */
export function mrzCheckDigit(field: string): string {
  let sum = 0;
  for (let at = 0; at < field.length; at += 1) {
    sum += valueOf(field.charAt(at)) * (weights[at % weights.length] ?? 0);
  }
  return String(sum % 10);
}

function valueOf(character: string): number {
  return character === filler ? 0 : Number.parseInt(character, 36);
}

export function isRightDigit(field: string, digit: string): boolean {
  return mrzCheckDigit(field) === digit;
}
