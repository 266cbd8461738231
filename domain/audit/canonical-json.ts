import { KycError } from '../errors/kyc-error.ts';

/** A value that has no canonical JSON form. The message gives the JSON Pointer, never the value. */
export class NotCanonicalError extends KycError {
  override readonly name = 'NotCanonicalError';
}

/**
 * The one text RFC 8785 allows for a value: keys sorted by UTF-16 code unit, no spaces, numbers as ECMAScript writes
 * them. Stricter than `JSON.stringify`: what it would drop or change (`undefined`, `NaN`, a date, a lone surrogate)
 * throws NotCanonicalError, because two parties would then sign different texts for the same value.
 */
export function canonicalJson(value: unknown): string {
  return textOf(value, '');
}

function textOf(value: unknown, pointer: string): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return numberText(value, pointer);
  if (typeof value === 'string') return stringText(value, pointer);
  if (Array.isArray(value)) {
    // Not `map`, which would step over the holes of a sparse array.
    return `[${Array.from(value, (item, index) => textOf(item, `${pointer}/${index}`)).join(',')}]`;
  }
  if (isPlainObject(value)) return objectText(value, pointer);
  throw new NotCanonicalError(
    `canonical JSON: ${place(pointer)} is ${typeof value}; expected null, a boolean, a number, text, a list or a plain object`,
  );
}

function objectText(value: Record<string, unknown>, pointer: string): string {
  const members = Object.keys(value)
    .sort()
    .map((key) => {
      const inner = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      return `${stringText(key, inner)}:${textOf(value[key], inner)}`;
    });
  return `{${members.join(',')}}`;
}

function numberText(value: number, pointer: string): string {
  if (Number.isFinite(value)) return JSON.stringify(value);
  throw new NotCanonicalError(`canonical JSON: ${place(pointer)} is ${value}; expected a finite number`);
}

function stringText(value: string, pointer: string): string {
  if (value.isWellFormed()) return JSON.stringify(value);
  throw new NotCanonicalError(
    `canonical JSON: ${place(pointer)} holds half of a surrogate pair; expected well-formed Unicode`,
  );
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

const place = (pointer: string): string => (pointer === '' ? 'the whole value' : pointer);
