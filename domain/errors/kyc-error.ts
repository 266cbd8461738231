/**
 * The family of errors this project throws. Each name is a fact that the state machines and the runbook know;
 * the message carries ids and codes only, never personal data.
 */
export abstract class KycError extends Error {
  abstract override readonly name: string;
}

/** Somebody else changed the record between our read and our write. Trying again reads the newer state. */
export class ConcurrentChangeError extends KycError {
  override readonly name = 'ConcurrentChangeError';
}

/** The records could not be written just now, and nothing was. Trying again a little later may well succeed. */
export class TemporarilyUnavailableError extends KycError {
  override readonly name = 'TemporarilyUnavailableError';
}

/** A record that must exist does not. */
export class RecordMissingError extends KycError {
  override readonly name = 'RecordMissingError';
}

/** A stored record does not have the shape this version reads. */
export class StoredRecordInvalidError extends KycError {
  override readonly name = 'StoredRecordInvalidError';
}

/** Two events of one account carry the same sequence number: which is newer cannot be told. */
export class SequenceConflictError extends KycError {
  override readonly name = 'SequenceConflictError';
}

/** One id stands for the customer and for an owner of the same account: whose facts they are cannot be told. */
export class PartyRoleConflictError extends KycError {
  override readonly name = 'PartyRoleConflictError';
}

/** The table of the programme does not let a decision take the step it asks for: a fault of the program. */
export class ProgrammeStepError extends KycError {
  override readonly name = 'ProgrammeStepError';
}
