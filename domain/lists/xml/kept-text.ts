import { wholeText, type XmlElement } from './xml-element.ts';

/**
 * What of a list has no field of its own: it goes on as text in the remarks, and is counted by its kind, so that a
 * value that is new in the format is noticed.
 */
export class KeptText {
  readonly #counts = new Map<string, number>();

  /** How often each kind of thing was kept as text, in order of their names. */
  get counts(): ReadonlyMap<string, number> {
    return new Map([...this.#counts].sort(([left], [right]) => (left < right ? -1 : 1)));
  }

  /** @param kind what it is, such as `feature Gender` */
  count(kind: string, times = 1): void {
    // A kind is a name out of the file: a file of invented kinds must not fill the memory.
    const known = this.#counts.has(kind) || this.#counts.size < 1_000 ? kind.slice(0, 120) : 'other';
    this.#counts.set(known, (this.#counts.get(known) ?? 0) + times);
  }

  /** Counts it and gives the segment for the remarks. */
  keep(kind: string, segment: string): string {
    this.count(kind);
    return segment;
  }
}

/** The children of an element whose names nobody reads, whole and as text. */
export function unknownParts(element: XmlElement, known: ReadonlySet<string>, kept: KeptText): string[] {
  return element.children
    .filter(({ name }) => !known.has(name))
    .map((part) => kept.keep(`section ${part.name}`, `${part.name} ${wholeText(part)}`.trim()));
}

/** One text out of the segments, as OFAC writes remarks: `; ` between, no empty ones. */
export function joinedRemarks(segments: readonly string[]): string {
  return segments.filter((segment) => segment !== '').join('; ');
}
