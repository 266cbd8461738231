import type { Owner } from '../../domain/identity/party.ts';

/** The beginning of every canary: it occurs in no language, list or id. */
const mark = 'Qwxzvk';

/** These have forms of their own, so they are canaries as they stand. */
export const canaryBirthDate = '1931-07-23';
const canaryPhone = '7770199';
// A subdivision that nobody has: even of a nationality nothing may stand anywhere in clear.
const canaryNationality = 'AT-QWX';

/** A name by itself, as it may stand in any text. */
export const canaryName = `${mark}given ${mark}family`;

/** A party whose every personal field is a canary of its own. */
export function canaryParty(id: string, overrides: Partial<Owner> = {}): Owner {
  return {
    id,
    kind: 'individual',
    name: canaryName,
    otherNames: [`${mark}alias`, `${mark}maiden ${mark}family`],
    birthDate: canaryBirthDate,
    citizenships: [canaryNationality],
    permanentResidentOf: [],
    location: { country: 'AT', as: 'located' },
    address: {
      line: `${mark}street 4`,
      city: `${mark}city`,
      region: `${mark}region`,
      postalCode: `${mark}-1010`,
      country: 'AT',
    },
    email: `${mark.toLowerCase()}mail@${mark.toLowerCase()}.example`,
    phone: `+43 1 ${canaryPhone}`,
    payment: { means: 'wallet', source: `${mark}source`, wallet: `${mark}wallet0000000000000000000` },
    identity: { outcome: 'verified', method: 'documentary', reference: `${mark}passport` },
    ...overrides,
  };
}

const canaries = [mark, canaryBirthDate, canaryBirthDate.replaceAll('-', ''), canaryPhone, canaryNationality];
const needles: readonly Buffer[] = canaries.flatMap(spellings);

/** Around each canary that stands in the bytes in any spelling we can think of: forty characters. */
export function canariesIn(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes);
  const folded = Buffer.from(text.toString('latin1').toLowerCase(), 'latin1');
  return needles.flatMap((needle) => {
    const isCaseBound = needle.toString('latin1') !== needle.toString('latin1').toLowerCase();
    const at = (isCaseBound ? text : folded).indexOf(needle);
    return at < 0 ? [] : [text.toString('latin1', Math.max(0, at - 20), at + 20)];
  });
}

/** As it is, in UTF-16, in hexadecimal, and in base64 at each of its three alignments, in the cases that occur. */
function spellings(text: string): Buffer[] {
  const cases = [text, text.toLowerCase(), text.toUpperCase()];
  return [
    Buffer.from(text.toLowerCase()),
    Buffer.from(text.toLowerCase(), 'utf16le'),
    ...cases.map((each) => Buffer.from(Buffer.from(each).toString('hex'))),
    ...cases.flatMap((each) => [0, 1, 2].map((shift) => base64Within(each, shift))),
  ];
}

/** The characters of base64 that depend on nothing but the text, when it begins at this place of a group of three. */
function base64Within(text: string, shift: number): Buffer {
  const whole = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]);
  const bits = { first: shift * 8, last: whole.length * 8 };
  const encoded = whole.toString('base64');
  return Buffer.from(encoded.slice(Math.ceil(bits.first / 6), Math.floor(bits.last / 6)));
}
