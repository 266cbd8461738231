import { KycError } from '../errors/kyc-error.ts';

/** Owners of the book have no result in the run, or more than one. */
export class RescreeningIncompleteError extends KycError {
  override readonly name = 'RescreeningIncompleteError';
}

/** No list was accepted yet, so nobody can be screened again. */
export class NoListInUseError extends KycError {
  override readonly name = 'NoListInUseError';
}

/** An object of a run is not there, or not what its digest says. */
export class RunObjectMissingError extends KycError {
  override readonly name = 'RunObjectMissingError';
}

/** The functions were deployed with another matcher after the run was planned. */
export class MatcherReplacedError extends KycError {
  override readonly name = 'MatcherReplacedError';
}
