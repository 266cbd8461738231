import { describe, expect, it } from 'vitest';
import { hardNames } from '../hard-names.ts';
import { align } from './aligned.ts';

const seed = 23;

describe('the words of two names', () => {
  it('are set against each other in any order', () => {
    expect(align('Sergey Petrov', 'PETROV, Sergey').told).toEqual([
      'sameWord sergey=sergey',
      'sameWord petrov=petrov',
    ]);
  });

  it('are each used once, on both sides', () => {
    expect(align('Ali Ali', 'ALI').told).toEqual(['sameWord ali=ali']);
    const [names, listed] = [hardNames(seed, 60), hardNames(seed + 1, 60)];
    for (const name of names) {
      for (const other of listed) {
        const { pairs } = align(name, other);
        for (const side of ['query', 'listed'] as const) {
          const places = pairs.flatMap((pair) => pair[side]);
          expect(new Set(places).size, `${name} / ${other}`).toBe(places.length);
        }
      }
    }
  });

  it('are paired the surest first: the same word before one that only sounds alike', () => {
    expect(align('Petrov', 'PETROFF Petrov').told).toEqual(['sameWord petrov=petrov']);
    expect(align('Petrav Petrov', 'PETROV Petrev').told).toEqual([
      'sameWord petrov=petrov',
      'similarWord petrav=petrev',
    ]);
  });

  it('leave an initial to a word that nothing else explains', () => {
    expect(align('Sergey S Petrov', 'PETROV, Sergey Semenov').told).toEqual([
      'sameWord sergey=sergey',
      'sameWord petrov=petrov',
      'initial s=semenov',
    ]);
  });

  it('of two equal choices take that of the heavier listed word', () => {
    const weightOf = (fold: string) => (fold.startsWith('s') ? 0.9 : 0.4);
    expect(align('M Petrov', 'PETROV Mikhail Mstislav', () => 0.5).told).toContain('initial m=mikhail');
    const heavier = (fold: string) => (fold === 'petruv' ? 0.5 : weightOf(fold === 'mstislav' ? 's' : ''));
    expect(align('M Petrov', 'PETROV Mikhail Mstislav', heavier).told).toContain('initial m=mstislav');
  });

  it('are set the same way every time', () => {
    for (const name of hardNames(seed, 20)) {
      for (const other of hardNames(seed + 1, 20)) {
        expect(align(name, other).told).toEqual(align(name, other).told);
      }
    }
  });
});

describe('words written together', () => {
  it.each([
    ['a blank was lost', 'MarieAnne Petrov', 'PETROV, Marie Anne', 'joinedWords marieanne=marie+anne'],
    ['a blank was added', 'Khava ran Shipping', 'KHAVARAN SHIPPING', 'joinedWords khava+ran=khavaran'],
    [
      'the order was turned',
      'SergeyPetrov Ivanovich',
      'PETROV, Ivanovich Sergey',
      'joinedWords sergeypetrov=sergey+petrov',
    ],
  ])('are found where %s', (_, name, listed, pair) => {
    expect(align(name, listed).told).toContain(pair);
  });

  it('do not join words that do not stand side by side', () => {
    expect(align('Marieanne', 'MARIE Petrov Ivan ANNE Oleg').told.join()).not.toContain('joined');
  });

  it('do not join single letters, which are part of anything', () => {
    expect(align('a bacus', 'ABACUS').told.join()).not.toContain('joined');
  });
});
