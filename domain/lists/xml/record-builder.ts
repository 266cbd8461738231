import type { XmlElement } from './xml-element.ts';
import { quoted, recordRefused } from './xml-refusal.ts';
import { xmlLimits } from './xml-limits.ts';

interface OpenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/** Puts one record together from the pieces that the parser meets. */
export class RecordBuilder {
  readonly #file: string;
  readonly #row: number;
  readonly #open: OpenElement[] = [];
  #elements = 0;

  /** @param row the record's place among its kind, for messages */
  constructor(file: string, row: number) {
    this.#file = file;
    this.#row = row;
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#elements += 1;
    if (this.#elements > xmlLimits.elementsPerRecord) {
      throw this.#refused(`at most ${xmlLimits.elementsPerRecord} elements in a record`, 'more');
    }
    for (const value of Object.values(attributes)) this.#refuseLong(value);
    this.#open.push({ name, attributes: new Map(Object.entries(attributes)), children: [], text: '' });
  }

  /** The parser may give one text in several pieces. */
  text(piece: string): void {
    const current = this.#open.at(-1);
    if (current === undefined) return;
    current.text += piece;
    this.#refuseLong(current.text);
  }

  /** The whole record, once its own element is closed. */
  close(): XmlElement | null {
    const closed = this.#open.pop();
    if (closed === undefined) return null;
    // Put together anew: a piece cut out of a chunk would keep the whole chunk in memory as long as the entry lives.
    const element = { ...closed, text: ` ${closed.text}`.trim() };
    const parent = this.#open.at(-1);
    if (parent === undefined) return element;
    parent.children.push(element);
    return null;
  }

  #refuseLong(text: string): void {
    if (text.length <= xmlLimits.textLength) return;
    throw this.#refused(
      `texts of at most ${xmlLimits.textLength} characters`,
      `a longer one that starts ${quoted(text)}`,
    );
  }

  #refused(expected: string, found: string): Error {
    return recordRefused(this.#file, this.#row, expected, found);
  }
}
