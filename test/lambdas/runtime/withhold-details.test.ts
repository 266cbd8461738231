import { ResourceNotFoundException } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { RecordMissingError } from '../../../domain/errors/kyc-error.ts';
import { withholdDetails } from '../../../lambdas/runtime/withhold-details.ts';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('expected it to throw');
}

describe('what of an error may leave a function', () => {
  it.each([
    [
      'a JSON parser, which quotes the text',
      (): unknown => JSON.parse('Zebulon Marker, born 1980'),
      'SyntaxError',
    ],
    ['a schema, which may quote the value', () => z.literal('x').parse('Zebulon Marker'), 'ZodError'],
    [
      'a library',
      () => {
        throw new TypeError('Zebulon Marker is not iterable');
      },
      'TypeError',
    ],
  ])('is the name alone when it comes from %s', (_name, work, name) => {
    const error = withholdDetails(thrownBy(work));
    expect(error.name).toBe(name);
    expect(`${error.message} ${error.stack ?? ''} ${JSON.stringify(error)}`).not.toMatch(/Zebulon|1980/);
    expect(error.cause).toBeUndefined();
  });

  it('still says where it happened', () => {
    expect(withholdDetails(new TypeError('x')).stack).toMatch(/\n\s+at .*withhold-details\.test/);
  });

  it('does not mistake a second line of the message for a place', () => {
    const error = withholdDetails(new TypeError('first\n    at Zebulon:19:80'));
    expect(error.stack).not.toContain('Zebulon');
  });

  it('is everything of our own errors and of those of AWS, which carry ids only', () => {
    const ours = new RecordMissingError('account acct_1 is not stored');
    const theirs = new ResourceNotFoundException({ message: 'no table', $metadata: {} });
    expect([withholdDetails(ours), withholdDetails(theirs)]).toEqual([ours, theirs]);
  });

  it.each(['a text', null, { name: 'Zebulon' }])('is an error even if %j was thrown', (thrown) => {
    expect(withholdDetails(thrown).message).toBe(
      `${typeof thrown}: the message is withheld, as it may quote personal data`,
    );
  });
});
