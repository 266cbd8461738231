import type { Pair } from '../rows/in-step.ts';
import type { Line } from '../rows/split-lines.ts';
import { firstDifference, type Difference } from '../../domain/screening/proof/first-difference.ts';
import type { ScreenLine } from './line-screener.ts';
import { basisDifferences, recordedBasis, type Basis } from './recorded-basis.ts';

/** Takes recorded results and the lines they belong to, and tells whether screening gives the same again. */
export class Replay {
  readonly #screenLine: ScreenLine;
  readonly #basis: Basis;
  #rows = 0;
  #differing = 0;
  #first: readonly string[] = [];
  #otherBasis: readonly string[] = [];

  constructor(screenLine: ScreenLine, basis: Basis) {
    this.#screenLine = screenLine;
    this.#basis = basis;
  }

  take([recorded, line]: Pair): void {
    this.#rows += 1;
    const found = line === null ? null : this.#screenLine(line);
    const text = recorded !== null && 'text' in recorded ? recorded.text : null;
    if (text !== null && text === JSON.stringify(found)) return;
    this.#differing += 1;
    if (this.#differing > 1) return;
    const difference = firstDifference(valueOf(text), found ?? undefined) ?? {
      pointer: '',
      expected: 'the recorded bytes',
      found: 'the same values, written otherwise',
    };
    this.#first = describe(recorded, line, difference, idIn(valueOf(text)));
    const basis = recorded && recordedBasis(recorded);
    if (basis) this.#otherBasis = basisDifferences(basis, this.#basis);
  }

  get answer(): 0 | 1 | 2 {
    if (this.#differing === 0) return 0;
    return this.#otherBasis.length > 0 ? 2 : 1;
  }

  get lines(): readonly string[] {
    const { listDigest, matcherVersion, threshold } = this.#basis;
    if (this.#differing === 0) {
      return [
        `SAME: ${this.#rows} rows, byte for byte`,
        `  lists      ${listDigest}`,
        `  matcher    ${matcherVersion}`,
        `  threshold  ${threshold}`,
      ];
    }
    if (this.#otherBasis.length > 0) return this.#otherBasis.map((line) => `COULD NOT TELL: ${line}`);
    return [`DIFFERS: ${this.#differing} of ${this.#rows} rows`, ...this.#first];
  }
}

function valueOf(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}

/** As the row has it: what a reader looks for in the record. */
function idIn(value: unknown): string | null {
  const hasId = typeof value === 'object' && value !== null && 'id' in value;
  return hasId ? JSON.stringify(value.id) : null;
}

function describe(
  recorded: Line | null,
  line: Line | null,
  { pointer, expected, found }: Difference,
  id: string | null,
): string[] {
  const places = [
    ...(recorded === null ? ['no recorded line'] : [`recorded line ${recorded.number}`]),
    ...(line === null ? ['no line of input'] : [`input line ${line.number}`]),
  ];
  return [
    `  first      ${places.join(', ')}`,
    ...(id === null ? [] : [`  row        ${id}`]),
    `  field      ${pointer || 'the whole line'}`,
    `  expected   ${expected}`,
    `  found      ${found}`,
  ];
}
