import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { screenAgainst, listed } from './listed.ts';
import { shippedThreshold } from '../../support/shipped-threshold.ts';

const screen = screenAgainst([
  listed('1', 'PETROV, Sergey'),
  listed('2', 'A'),
  listed('3', '***'),
  ...Array.from({ length: 30 }, (_, index) => listed(`x${index}`, `ANOTHER, Person${index}`)),
]);
const outcomeOf = (name: string) => {
  const screening = screen({ name });
  return screening.outcome === 'notScreened' ? screening.because : screening.outcome;
};

describe('a name that cannot be compared is not screened, never clear', () => {
  it.each([
    ['nameMissing', ''],
    ['nameMissing', '   '],
    ['nothingToCompare', '😀🎉'],
    ['nothingToCompare', '---'],
    ['nothingToCompare', '\u200f\u200e'],
    ['nothingToCompare', 'A'],
    ['unsupportedScript', 'မောင်'],
    ['unsupportedScript', 'សុខ'],
    ['unsupportedScript', '鈴木一郎'],
    ['unsupportedScript', 'Jane မောင်'],
    ['nameTooLong', 'Jane '.repeat(81)],
  ])('%s: %j', (because, name) => {
    expect(outcomeOf(name)).toBe(because);
  });

  it('when no name was given at all', () => {
    expect(screen({})).toMatchObject({
      outcome: 'notScreened',
      because: 'nameMissing',
      listDigest: 'digest',
    });
  });

  it('even when the name beside it was compared', () => {
    expect(screen({ name: 'Jane Nobody', otherNames: ['မောင်'] })).toMatchObject({
      because: 'unsupportedScript',
    });
  });

  it('but a blank other name is no name and takes nothing from the one beside it', () => {
    expect(screen({ name: 'Jane Nobody', otherNames: [' '] }).outcome).toBe('clear');
  });

  it('but the part that can be compared still finds the listed party', () => {
    expect(outcomeOf('Sergey Petrov မောင်')).toBe('possibleMatch');
    expect(screen({ name: 'မောင်', otherNames: ['Sergey Petrov'] }).outcome).toBe('possibleMatch');
  });

  it('when the list is empty', () => {
    expect(screenAgainst([])({ name: 'Jane Nobody' })).toMatchObject({ because: 'listUnusable' });
  });
});

describe('an odd name', () => {
  it.each(['constructor', '__proto__', 'toString hasOwnProperty', '1234567', '0', 'null', 'ὈΔΥΣΣΕΎΣ', 'ﬁ ﬃ'])(
    '%s matches nobody and breaks nothing',
    (name) => {
      expect(outcomeOf(name)).not.toBe('possibleMatch');
    },
  );

  it('of any characters gives an outcome in which nothing is thrown and scores stay within 0 and 1', () => {
    const seed = 13_984;
    const text = fc.string({ unit: 'binary', maxLength: 450 });
    fc.assert(
      fc.property(text, (name) => {
        const scores = screen({ name, otherNames: [name] }).matches?.map(({ score }) => score) ?? [];
        expect(
          scores.every((score) => score >= shippedThreshold && score <= 1),
          `seed ${seed}`,
        ).toBe(true);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('of four hundred characters is answered in less than a second', () => {
    const started = process.cpuUsage();
    screen({ name: 'a b '.repeat(100) });
    screen({ name: 'petrov'.repeat(66) });
    // By processor time: the clock tells what else the machine does.
    expect(process.cpuUsage(started).user).toBeLessThan(1_000_000);
  });
});
