import { readFileSync, readdirSync } from 'node:fs';
import validate from 'asl-validator';
import { describe, expect, it } from 'vitest';

const folder = new URL('../../statemachines/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.asl.json'));

const definitionOf = (file: string): Record<string, unknown> => {
  // An ARN satisfies every place a placeholder stands in, but for the two that stand inside an expression.
  const text = readFileSync(new URL(file, folder), 'utf8')
    .replaceAll(/\{% \$\{\w+\} %\}/g, '{% 60 %}')
    .replaceAll(/\$\{\w+\}/g, 'arn:aws:lambda:us-east-1:000000000000:function:any');
  return JSON.parse(text) as Record<string, unknown>;
};

describe('a validator that is not ours', () => {
  it('is given every machine', () => {
    expect(files).toEqual([
      'report-certification.asl.json',
      'rescreen-owners.asl.json',
      'verify-account.asl.json',
    ]);
  });

  it.each(files)('accepts %s', (file) => {
    const verdict = validate(definitionOf(file));
    expect(verdict.errorsText()).toBe('');
    expect(verdict.isValid).toBe(true);
  });

  it.each(files)('refuses %s when a state leads nowhere', (file) => {
    const definition = definitionOf(file) as { StartAt: string };
    expect(validate({ ...definition, StartAt: 'Nowhere' }).isValid).toBe(false);
  });
});
