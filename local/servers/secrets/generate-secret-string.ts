import { randomInt } from 'node:crypto';

/** What a generated password is made of. Members and defaults are those of `GetRandomPassword`. */
export interface PasswordSpec {
  readonly PasswordLength?: number | undefined;
  readonly ExcludeCharacters?: string | undefined;
  readonly ExcludeNumbers?: boolean | undefined;
  readonly ExcludePunctuation?: boolean | undefined;
  readonly ExcludeUppercase?: boolean | undefined;
  readonly ExcludeLowercase?: boolean | undefined;
  readonly IncludeSpace?: boolean | undefined;
  readonly RequireEachIncludedType?: boolean | undefined;
}

/** `GenerateSecretString` of a CloudFormation secret. */
export interface SecretStringSpec extends PasswordSpec {
  /** A JSON object to which the password is added. */
  readonly SecretStringTemplate?: string | undefined;
  /** The member under which it is added; required with a template, and only then. */
  readonly GenerateStringKey?: string | undefined;
}

const lowercase = 'abcdefghijklmnopqrstuvwxyz';
const punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

/**
 * The password, or the template with the password in it.
 *
 * @throws TypeError when template and key do not come together or the template is not a JSON object
 * @throws RangeError when no character is left, or the length is outside 1 to 4096
 */
export function generateSecretString(spec: SecretStringSpec): string {
  const { SecretStringTemplate: template, GenerateStringKey: key } = spec;
  if (template === undefined && key === undefined) return generatePassword(spec);
  if (template === undefined || key === undefined) {
    throw new TypeError('SecretStringTemplate and GenerateStringKey must be given together');
  }
  const members: unknown = JSON.parse(template);
  if (typeof members !== 'object' || members === null || Array.isArray(members)) {
    throw new TypeError(`SecretStringTemplate must be a JSON object, found ${template}`);
  }
  return JSON.stringify({ ...members, [key]: generatePassword(spec) });
}

export function generatePassword(spec: PasswordSpec): string {
  const length = spec.PasswordLength ?? 32;
  const types = characterTypes(spec);
  const required = (spec.RequireEachIncludedType ?? true) ? types : [];
  if (length < Math.max(1, required.length) || length > 4096) {
    throw new RangeError(
      `PasswordLength must be between ${Math.max(1, required.length)} and 4096, not ${length}`,
    );
  }
  const alphabet = types.join('');
  if (alphabet === '') throw new RangeError('the exclusions leave no character to make a password of');
  const rest = Array.from({ length: length - required.length }, () => pick(alphabet));
  return shuffle([...required.map(pick), ...rest]).join('');
}

function characterTypes(spec: PasswordSpec): string[] {
  const excluded = new Set(spec.ExcludeCharacters ?? '');
  const types = [
    spec.ExcludeLowercase ? '' : lowercase,
    spec.ExcludeUppercase ? '' : lowercase.toUpperCase(),
    spec.ExcludeNumbers ? '' : '0123456789',
    spec.ExcludePunctuation ? '' : punctuation,
    spec.IncludeSpace ? ' ' : '',
  ];
  return types
    .map((type) =>
      Array.from(type)
        .filter((character) => !excluded.has(character))
        .join(''),
    )
    .filter((type) => type !== '');
}

function pick(characters: string): string {
  return characters.charAt(randomInt(characters.length));
}

/** Fisher and Yates, so that the required characters do not stand in front. */
function shuffle(characters: string[]): string[] {
  const shuffled = [...characters];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = randomInt(last + 1);
    [shuffled[last], shuffled[other]] = [shuffled[other] ?? '', shuffled[last] ?? ''];
  }
  return shuffled;
}
