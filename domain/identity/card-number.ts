/** ISO/IEC 7812 gives a card number 13 to 19 digits in practice, the last of which is a Luhn check digit. */
const cardNumberLength = { shortest: 13, longest: 19 };

/** Whether the text holds a run of digits, with or without blanks and hyphens, that could be a card number. */
export function holdsCardNumber(text: string): boolean {
  const runs = text.normalize('NFKC').match(/\d(?:[ -]?\d)*/g) ?? [];
  return runs.map((run) => run.replaceAll(/[ -]/g, '')).some(looksLikeCardNumber);
}

function looksLikeCardNumber(digits: string): boolean {
  const { shortest, longest } = cardNumberLength;
  return digits.length >= shortest && digits.length <= longest && passesLuhn(digits);
}

function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits, Number)
    .reverse()
    .map((digit, index) => (index % 2 === 0 ? digit : digit * 2))
    .reduce((total, doubled) => total + (doubled > 9 ? doubled - 9 : doubled), 0);
  return sum % 10 === 0;
}
