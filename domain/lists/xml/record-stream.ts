import type sax from 'sax';
import { RecordBuilder } from './record-builder.ts';
import type { XmlElement } from './xml-element.ts';
import { xmlLimits } from './xml-limits.ts';
import { fileRefused, lookAtFormat, quoted, recordRefused } from './xml-refusal.ts';

/** What is done with one record; `row` counts the records of this path from 1. */
export type RecordReader = (record: XmlElement, row: number) => void;

export interface XmlShape {
  readonly root: string;
  /**
   * By path under the root, such as `entities/entity`; `*` as last name is for all of a section. The file is refused
   * when it has an element outside of the records that no path leads to, since it could hold parties.
   */
  readonly records: ReadonlyMap<string, RecordReader>;
  /** The path of the parties. Their element may stand nowhere else, where it would be kept as text. */
  readonly party: string;
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
  readonly #partyName: string;
  readonly #path: string[] = [];
  readonly #rows = new Map<string, number>();
  #record: OpenRecord | null = null;
  #depth = 0;
  #between = 0;
  #state: 'before' | 'within' | 'after' = 'before';

  constructor(file: string, shape: XmlShape) {
    this.#file = file;
    this.#shape = shape;
    this.#sections = new Set([...shape.records.keys()].flatMap(ancestorsOf));
    this.#partyName = shape.party.split('/').at(-1) ?? shape.party;
  }

  get isComplete(): boolean {
    return this.#state === 'after';
  }

  open({ name, attributes }: sax.Tag): void {
    this.#depth += 1;
    this.#between = 0;
    if (this.#depth > xmlLimits.depth) {
      throw fileRefused(this.#file, `at most ${xmlLimits.depth} elements within one another`, 'more');
    }
    if (this.#depth === 1) this.#openRoot(name);
    else if (this.#record !== null) this.#openWithinRecord(this.#record, name, attributes);
    else this.#openSection(name, attributes);
  }

  text(piece: string): void {
    if (this.#record !== null) {
      this.#record.builder.text(piece);
      return;
    }
    this.#between += piece.length;
    if (this.#between > xmlLimits.textBetweenRecords) {
      const expected = `at most ${xmlLimits.textBetweenRecords} characters between elements`;
      throw fileRefused(this.#file, expected, 'more');
    }
  }

  close(): void {
    this.#depth -= 1;
    this.#between = 0;
    if (this.#depth === 0) this.#state = 'after';
    else if (this.#record !== null) this.#closeWithinRecord(this.#record);
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
    if (name === this.#partyName && path !== this.#shape.party) throw this.#misplaced(path);
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
      throw this.#misplaced(path);
    }
  }

  #openWithinRecord(
    { row, builder }: OpenRecord,
    name: string,
    attributes: Readonly<Record<string, string>>,
  ): void {
    if (name === this.#partyName) throw this.#misplaced(`${name} within record ${row}`);
    builder.open(name, attributes);
  }

  #misplaced(where: string): Error {
    const expected = `parties at ${this.#shape.party} and no sections but the known ones`;
    return fileRefused(this.#file, expected, quoted(where), lookAtFormat);
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
