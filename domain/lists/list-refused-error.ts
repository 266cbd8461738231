import { KycError } from '../errors/kyc-error.ts';

export interface ListFault {
  /** The file as its publisher names it. */
  readonly file: string;
  /** Counted from 1; `null` when the fault is the whole file's. */
  readonly row: number | null;
  readonly expected: string;
  readonly found: string;
  readonly whatToDo: string;
}

/** A list file that must not be used: screening against it could call somebody clear whom nobody looked at. */
export class ListRefusedError extends KycError {
  override readonly name = 'ListRefusedError';
  readonly fault: ListFault;

  constructor(fault: ListFault, options?: ErrorOptions) {
    const place = fault.row === null ? fault.file : `${fault.file}, row ${fault.row}`;
    super(`${place}: expected ${fault.expected}, found ${fault.found}. ${fault.whatToDo}.`, options);
    this.fault = fault;
  }
}
