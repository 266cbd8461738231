import { KycError } from '../../errors/kyc-error.ts';

/** A file that is no screening index, or none that this version reads: nobody may be called clear by it. */
export class IndexRefusedError extends KycError {
  override readonly name = 'IndexRefusedError';
  readonly expected: string;
  readonly found: string;
  /** Of an earlier format: nothing is wrong with it, and compiled again it can be used. */
  readonly isOutdated: boolean;

  constructor(
    expected: string,
    found: string,
    whatToDo: string,
    { isOutdated = false, ...options }: ErrorOptions & { readonly isOutdated?: boolean } = {},
  ) {
    super(`screening index: expected ${expected}, found ${found}. ${whatToDo}.`, options);
    this.expected = expected;
    this.found = found;
    this.isOutdated = isOutdated;
  }
}
