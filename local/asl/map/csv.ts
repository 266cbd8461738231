/** Reads RFC 4180 text: quoted fields may hold the delimiter, line ends and doubled quotes. Empty lines are skipped. */
export function parseCsv(text: string, delimiter: string): string[][] {
  const reader = new CsvReader(delimiter);
  for (let at = 0; at < text.length; at += 1) at += reader.take(text[at] ?? '', text[at + 1]);
  return reader.finish();
}

class CsvReader {
  readonly #delimiter: string;
  readonly #rows: string[][] = [];
  #row: string[] = [];
  #field = '';
  #isQuoted = false;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** Takes one character and says how many of the following it took with it. */
  take(character: string, following: string | undefined): 0 | 1 {
    if (this.#isQuoted) return this.#takeQuoted(character, following);
    if (character === '"') this.#isQuoted = true;
    else if (character === this.#delimiter) this.#endField();
    else if (character === '\n') this.#endRow();
    else if (character === '\r' && following === '\n') {
      this.#endRow();
      return 1;
    } else this.#field += character;
    return 0;
  }

  finish(): string[][] {
    this.#endRow();
    return this.#rows;
  }

  #takeQuoted(character: string, following: string | undefined): 0 | 1 {
    if (character !== '"') this.#field += character;
    else if (following === '"') {
      this.#field += '"';
      return 1;
    } else this.#isQuoted = false;
    return 0;
  }

  #endField(): void {
    this.#row.push(this.#field);
    this.#field = '';
  }

  #endRow(): void {
    this.#endField();
    if (this.#row.length > 1 || this.#row[0] !== '') this.#rows.push(this.#row);
    this.#row = [];
  }
}
