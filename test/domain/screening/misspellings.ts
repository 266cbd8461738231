import fc from 'fast-check';

/** Few letters, so that words of the same ones are common. */
const letters = ['a', 'b', 'c', 'd', 'n', '2'];

export function words({ minLength, maxLength }: { minLength: number; maxLength: number }) {
  return fc.string({ unit: fc.constantFrom(...letters), minLength, maxLength });
}

const edit = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'replace', 'swap'),
  place: fc.nat(),
  letter: fc.constantFrom(...letters),
});

/** A word and what so many slips of the pen made of it. */
export function misspelt(word: fc.Arbitrary<string>, mostEdits: number) {
  return fc
    .tuple(word, fc.array(edit, { maxLength: mostEdits }))
    .map(([right, edits]) => [right, edits.reduce(slip, right)] as const);
}

function slip(
  word: string,
  { kind, place, letter }: { kind: string; place: number; letter: string },
): string {
  const at = place % (word.length + 1);
  const [before, after] = [word.slice(0, at), word.slice(at)];
  if (kind === 'insert') return before + letter + after;
  if (kind === 'delete') return before + after.slice(1);
  if (kind === 'replace') return before + letter + after.slice(1);
  return before + after.slice(1, 2) + after.slice(0, 1) + after.slice(2);
}
