/** A number as it was written: 33.3 is read as those digits, and not as the binary fraction next to it. */
export class WrittenNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

interface SourceAccess {
  readonly source?: string;
}

/**
 * JSON whose numbers keep their digits (source text access of JSON.parse, in Node since 21).
 * @throws SyntaxError for a text that is no JSON
 */
export function parseExactJson(text: string): unknown {
  const reviver = (_key: string, value: unknown, context?: SourceAccess): unknown =>
    typeof value === 'number' ? new WrittenNumber(context?.source ?? String(value)) : value;
  return JSON.parse(text, reviver) as unknown;
}
