import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { publishedSchemas, schemaText } from '../../domain/schemas/published-schemas.ts';
import { publishedText, publishedValidator } from './published-validator.ts';

const folder = new URL('../../docs/schemas/', import.meta.url);

describe('the published schemas', () => {
  it.each(Object.entries(publishedSchemas))('%s has not drifted from the code', (file, schema) => {
    expect(JSON.parse(publishedText(file)), 'write it anew: node test/schemas/write-schemas.ts').toEqual(
      JSON.parse(schemaText(schema())),
    );
  });

  it('are all made from code', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(publishedSchemas).sort());
  });

  it.each(Object.keys(publishedSchemas))('%s is a schema of draft 2020-12 by a strict reader', (file) => {
    expect(publishedValidator(file)).toBeTypeOf('function');
  });
});
