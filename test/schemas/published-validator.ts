import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

/** The committed file, compiled by a validator that knows nothing of zod. */
export function publishedValidator(file: string): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, allErrors: true });
  // Dates are held by `pattern` beside `format`, and ajv knows no formats by itself.
  ajv.addFormat('date-time', true).addFormat('date', true);
  return ajv.compile(JSON.parse(publishedText(file)) as object);
}

export function publishedText(file: string): string {
  return readFileSync(new URL(`../../docs/schemas/${file}`, import.meta.url), 'utf8');
}
