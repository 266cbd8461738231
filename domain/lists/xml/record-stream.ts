import type sax from 'sax';
import { RecordBuilder } from './record-builder.ts';
import type { XmlElement } from './xml-element.ts';
import { xmlLimits } from './xml-limits.ts';
import { fileRefused, recordRefused } from './xml-refusal.ts';

/** What is done with one record; `row` counts the records of this path from 1. */
export type RecordReader = (record: XmlElement, row: number) => void;

export interface XmlShape {
  readonly root: string;
  /**
   * By path under the root, such as `entities/entity`; `*` as last name is for all of a section. A section that no path
   * leads to is counted as unread.
   */
  readonly records: ReadonlyMap<string, RecordReader>;
}

interface OpenRecord {
  readonly row: number;
  readonly builder: RecordBuilder;
  readonly reader: RecordReader;
}

/** Reads a document record by record: at any time only one record of it is in memory. */
export class RecordStream {
  readonly #file: string;
  readonly #shape: XmlShape;
  readonly #sections: ReadonlySet<string>;
  readonly #path: string[] = [];
  readonly #rows = new Map<string, number>();
  readonly unread = new Map<string, number>();
  #record: OpenRecord | null = null;
  #skipped = 0;
  #depth = 0;
  #state: 'before' | 'within' | 'after' = 'before';

  constructor(file: string, shape: XmlShape) {
    this.#file = file;
    this.#shape = shape;
    this.#sections = new Set([...shape.records.keys()].flatMap(ancestorsOf));
  }

  get isComplete(): boolean {
    return this.#state === 'after';
  }

  open({ name, attributes }: sax.Tag): void {
    this.#depth += 1;
    if (this.#depth > xmlLimits.depth) {
      throw fileRefused(this.#file, `at most ${xmlLimits.depth} elements within one another`, 'more');
    }
    if (this.#depth === 1) this.#openRoot(name);
    else if (this.#record !== null) this.#record.builder.open(name, attributes);
    else if (this.#skipped > 0) this.#skipped += 1;
    else this.#openSection(name, attributes);
  }

  text(piece: string): void {
    this.#record?.builder.text(piece);
  }

  close(): void {
    this.#depth -= 1;
    if (this.#depth === 0) this.#state = 'after';
    else if (this.#record !== null) this.#closeWithinRecord(this.#record);
    else if (this.#skipped > 0) this.#skipped -= 1;
    else this.#path.pop();
  }

  #openRoot(name: string): void {
    if (this.#state === 'after') throw fileRefused(this.#file, 'one document', 'another one behind it');
    if (name !== this.#shape.root) {
      const found = /^html$/i.test(name) ? 'a web page' : `<${name.slice(0, 60)}>`;
      const whatToDo =
        'Look at what the publisher answered: it may have moved the file or refused the request';
      throw fileRefused(this.#file, `<${this.#shape.root}>`, found, whatToDo);
    }
    this.#state = 'within';
  }

  #openSection(name: string, attributes: Readonly<Record<string, string>>): void {
    const path = [...this.#path, name].join('/');
    const reader = this.#readerOf(path);
    if (reader !== undefined) {
      const row = (this.#rows.get(path) ?? 0) + 1;
      if (row > xmlLimits.records) {
        throw recordRefused(this.#file, row, `at most ${xmlLimits.records} of ${path}`, 'more');
      }
      this.#rows.set(path, row);
      const builder = new RecordBuilder(this.#file, row);
      builder.open(name, attributes);
      this.#record = { row, builder, reader };
    } else if (this.#sections.has(path)) {
      this.#path.push(name);
    } else {
      this.unread.set(path, (this.unread.get(path) ?? 0) + 1);
      this.#skipped = 1;
    }
  }

  #closeWithinRecord(record: OpenRecord): void {
    const whole = record.builder.close();
    if (whole === null) return;
    this.#record = null;
    record.reader(whole, record.row);
  }

  #readerOf(path: string): RecordReader | undefined {
    const { records } = this.#shape;
    return records.get(path) ?? records.get([...this.#path, '*'].join('/'));
  }
}

function ancestorsOf(path: string): string[] {
  const names = path.split('/');
  return names.slice(1).map((_, index) => names.slice(0, index + 1).join('/'));
}
