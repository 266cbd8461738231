import { KycError } from '../../errors/kyc-error.ts';

/** What is wrong with a statement, or what statements contradict: the rest is used. Quotes no person's data. */
export interface BodsFault {
  /** The statementId; where there is none to be read, the place in the input, such as `line 3`. */
  readonly statement: string;
  /** RFC 6901 JSON Pointer within the statement; the empty string is the whole of it. */
  readonly field: string;
  readonly problem: string;
  /** Entities about whose owners less is known because of it. */
  readonly about: readonly string[];
}

/** The whole input is in another format, so that nothing in it can be relied on. */
export class BodsFormatError extends KycError {
  override readonly name = 'BodsFormatError';
}
