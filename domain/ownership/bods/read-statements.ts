import { faultsOf } from '../../validation/faults.ts';
import { BodsFormatError, type BodsFault } from './bods-fault.ts';
import { parseExactJson } from './exact-json.ts';
import { Statement, StatementHead, StatementSubject } from './statement.ts';

/** A text that holds statements: an array of them, an object with the member `statements`, or a single one. */
export interface BodsDocument {
  /** What it is called in faults, such as `line 3`. */
  readonly place: string;
  readonly text: string;
}

export interface ReadStatements {
  /** In the order of the input. */
  readonly statements: readonly Statement[];
  readonly faults: readonly BodsFault[];
  /** Records whose newest word may be a statement that was refused, with its date; that date is `''` where unreadable. */
  readonly refused: readonly {
    readonly recordId: string;
    readonly statementDate: string;
    readonly order: number;
  }[];
  /** How many statements stood before each of `statements` in the input, refused ones included. */
  readonly orders: readonly number[];
}

/**
 * Reads statements of the Beneficial Ownership Data Standard 0.4. What breaks the form is refused by itself and named.
 * @throws BodsFormatError for statements of 0.3 and earlier, whose form is another
 */
export function readStatements(documents: Iterable<BodsDocument>): ReadStatements {
  const reading = new Reading();
  for (const document of documents) reading.document(document);
  return reading;
}

class Reading implements ReadStatements {
  readonly statements: Statement[] = [];
  readonly orders: number[] = [];
  readonly faults: BodsFault[] = [];
  readonly refused: { recordId: string; statementDate: string; order: number }[] = [];
  readonly #ids = new Set<string>();
  #order = 0;

  document({ place, text }: BodsDocument): void {
    let value: unknown;
    try {
      value = parseExactJson(text);
    } catch {
      this.#fault(place, '', 'must be JSON');
      return;
    }
    const found = statementsIn(value);
    found.forEach((each, index) => {
      this.#statement(each, found.length === 1 ? place : `${place} statement ${index + 1}`);
    });
  }

  #statement(value: unknown, place: string): void {
    refuseEarlierVersions(value, place);
    this.#order += 1;
    const parsed = Statement.safeParse(value);
    const head = StatementHead.safeParse(value).data ?? {};
    const name = head.statementId ?? place;
    if (!parsed.success) {
      for (const { pointer, problem } of faultsOf(parsed.error)) this.#fault(name, pointer, problem, value);
      const { recordId, statementDate = '' } = head;
      if (recordId !== undefined) this.refused.push({ recordId, statementDate, order: this.#order });
    } else if (this.#ids.has(parsed.data.statementId)) {
      this.#fault(
        name,
        '/statementId',
        'must be unique; a statement before has the same, and that one counts',
        value,
      );
    } else {
      this.#ids.add(parsed.data.statementId);
      this.statements.push(parsed.data);
      this.orders.push(this.#order);
    }
  }

  #fault(statement: string, field: string, problem: string, value?: unknown): void {
    const subject = StatementSubject.safeParse(value).data?.recordDetails.subject;
    this.faults.push({ statement, field, problem, about: subject === undefined ? [] : [subject] });
  }
}

function statementsIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const { statements } = isObject(value) ? value : {};
  return Array.isArray(statements) ? statements : [value];
}

function refuseEarlierVersions(value: unknown, place: string): void {
  if (!isObject(value)) return;
  const details = isObject(value.publicationDetails) ? value.publicationDetails : {};
  const version = typeof details.bodsVersion === 'string' ? details.bodsVersion : undefined;
  const isEarlier = 'statementID' in value || 'statementType' in value;
  if (!isEarlier && (version === undefined || /^0\.4(?:\.|$)/.test(version))) return;
  const found = version ?? '0.3 or earlier, which the members statementID and statementType tell';
  throw new BodsFormatError(
    `${place} is a statement of BODS ${found.slice(0, 80)}; expected version 0.4. Convert the package and read it again.`,
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
