import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { faultsOf } from '../../../domain/validation/faults.ts';

function faults(schema: z.ZodType, value: unknown) {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : faultsOf(parsed.error);
}

const secret = 'Jo Doe, 4111111111111111';
const everyKind = z.strictObject({
  type: z.number(),
  oneOf: z.enum(['a', 'b']),
  date: z.iso.date(),
  pattern: z.string().regex(/^x$/),
  long: z.string().max(3),
  short: z.string().min(99),
  union: z.union([z.number(), z.boolean()]),
  list: z.array(z.string().max(3)),
  record: z.record(z.string().max(3), z.number()),
});

describe('faults of a document', () => {
  it('never repeat the value, whatever is wrong with it', () => {
    const value = Object.fromEntries(Object.keys(everyKind.shape).map((key) => [key, secret]));
    const found = faults(everyKind, { ...value, list: [secret], record: { abc: secret } });
    expect(found).toHaveLength(9);
    expect(JSON.stringify(found)).not.toContain('Doe');
  });

  it('point at their place by JSON Pointer, with ~ and / escaped', () => {
    const schema = z.object({ 'a/b~c': z.array(z.number()) });
    expect(faults(schema, { 'a/b~c': [1, 'x'] })).toEqual([
      { pointer: '/a~1b~0c/1', problem: 'must be number, and present' },
    ]);
  });

  it('say of a value of none of several forms what the schema says of them, if it says anything', () => {
    const forms = [z.string().min(1), z.int()] as const;
    const problem = (schema: z.ZodType) => faults(schema, null)[0]?.problem;
    expect(problem(z.union(forms))).toBe('matches none of the allowed forms');
    expect(problem(z.union(forms, { error: 'must be a text or a number' }))).toBe(
      'must be a text or a number',
    );
  });

  it('name each unknown key, cut to a length that somebody can read', () => {
    expect(faults(z.strictObject({}), { ['k'.repeat(500)]: 1 })[0]?.pointer).toBe(`/${'k'.repeat(64)}`);
  });

  it('are twenty at most', () => {
    expect(faults(z.array(z.number()), Array(500).fill('x'))).toHaveLength(20);
    const manyKeys = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`k${index}`, 1]));
    expect(faults(z.strictObject({}), manyKeys)).toHaveLength(20);
  });
});
