import { KycError } from '../errors/kyc-error.ts';

/** The same account came twice in one stream; counting on would certify a wrong number. */
export class AccountReadTwiceError extends KycError {
  override readonly name = 'AccountReadTwiceError';
}

/** More distinct ids than the stated memory bound allows. */
export class TooManyIdsError extends KycError {
  override readonly name = 'TooManyIdsError';
}

/** What was given cannot make a report that its reader could rely on. */
export class ReportInputInvalidError extends KycError {
  override readonly name = 'ReportInputInvalidError';
}
