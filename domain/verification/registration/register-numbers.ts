import { remainderBy97 } from './lei.ts';

interface NumberForm {
  readonly form: RegExp;
  /** Of the number without blanks, dots, hyphens and strokes. */
  readonly checks?: (number: string) => boolean;
}

const digitsOf = (number: string) => Array.from(number.replaceAll(/\D/g, ''), Number);

function weighted(number: string, weights: readonly number[]): number {
  const digits = digitsOf(number);
  return weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0);
}

/** Check digit by weights, modulo 11: 11 less the remainder, and 11 itself written 0; 10 is never given out. */
function hasModulo11Digit(weights: readonly number[]): (number: string) => boolean {
  return (number) => (11 - (weighted(number, weights) % 11)) % 11 === digitsOf(number).at(-1);
}

function passesLuhn(number: string): boolean {
  const sum = digitsOf(number)
    .reverse()
    .map((digit, at) => (at % 2 === 0 ? digit : digit * 2 - (digit > 4 ? 9 : 0)))
    .reduce((total, digit) => total + digit, 0);
  return sum % 10 === 0;
}

/** GB 32100: capitals without I, O, S, V and Z, weights by powers of 3, modulo 31. */
function isUnifiedSocialCredit(number: string): boolean {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  let [sum, weight] = [0, 1];
  for (const character of number.slice(0, 17)) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31) === number.charAt(17);
}

/** Brazil's CNPJ: two digits by weights, modulo 11, remainders 0 and 1 written 0. */
function isCnpj(number: string): boolean {
  const weights = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
  const digitBy = (by: readonly number[]) => {
    const remainder = weighted(number, by) % 11;
    return remainder < 2 ? 0 : 11 - remainder;
  };
  return number.endsWith(`${digitBy(weights.slice(1))}${digitBy(weights)}`);
}

/** Forms of the numbers of business registers, from memory of what the registers publish, November 2026. */
const forms: Readonly<Record<string, NumberForm>> = {
  AU: {
    form: /^\d{9}$/,
    checks: (number) =>
      (10 - (weighted(number, [8, 7, 6, 5, 4, 3, 2, 1]) % 10)) % 10 === digitsOf(number).at(-1),
  },
  BE: {
    form: /^[01]\d{9}$/,
    checks: (number) => 97 - remainderBy97(number.slice(0, 8)) === Number(number.slice(8)),
  },
  BR: { form: /^\d{14}$/, checks: isCnpj },
  CH: { form: /^CHE\d{9}$/, checks: hasModulo11Digit([5, 4, 3, 2, 7, 6, 5, 4]) },
  CN: { form: /^[0-9A-HJ-NPQRTUWXY]{18}$/, checks: isUnifiedSocialCredit },
  DE: { form: /^(?:HR[AB]|GNR|PR|VR|GSR)\d{1,6}[A-Z]{0,3}$/ },
  DK: { form: /^[1-9]\d{7}$/ },
  FR: { form: /^\d{9}$/, checks: passesLuhn },
  GB: { form: /^(?:\d{8}|[A-Z]{2}\d{6}|R\d{7})$/ },
  IE: { form: /^\d{1,7}$/ },
  IN: { form: /^[LUF]\d{5}[A-Z]{2}\d{4}[A-Z]{3}\d{6}$|^[A-Z]{3}\d{4}$/ },
  NL: { form: /^\d{8}$/ },
  NO: { form: /^[89]\d{8}$/, checks: hasModulo11Digit([3, 2, 7, 6, 5, 4, 3, 2]) },
  PL: { form: /^\d{10}$/ },
  SE: { form: /^\d{10}$/, checks: passesLuhn },
  'US-DE': { form: /^\d{5,8}$/ },
};

export type NumberVerdict = 'fits' | 'formWrong' | 'checkDigitWrong' | 'formUnknown';

/**
 * Whether a number has the form that the register of this place gives out. A form that is not known here says nothing
 * against the number.
 *
 * @param place ISO 3166-1 or -2
 */
export function judgeRegisterNumber(number: string, place: string): NumberVerdict {
  const known = forms[place] ?? forms[place.slice(0, 2)];
  if (known === undefined) return 'formUnknown';
  const plain = number.toUpperCase().replaceAll(/[\s./-]/g, '');
  if (!known.form.test(plain)) return 'formWrong';
  return known.checks === undefined || known.checks(plain) ? 'fits' : 'checkDigitWrong';
}
