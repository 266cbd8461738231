import { KycError } from '../errors/kyc-error.ts';

/** A path of the log already holds other bytes: building on would fork it. A person must find out who wrote them. */
export class TileConflictError extends KycError {
  override readonly name = 'TileConflictError';
}

/** The stored end of the log is not what the recorded root commits to. Restore the named object's first version. */
export class RightEdgeBrokenError extends KycError {
  override readonly name = 'RightEdgeBrokenError';
}

/** The published checkpoint contradicts the recorded state. Nothing is published over it. */
export class CheckpointConflictError extends KycError {
  override readonly name = 'CheckpointConflictError';
}

/** A stored entry is not what a writer could have put there. */
export class StoredEntryBrokenError extends KycError {
  override readonly name = 'StoredEntryBrokenError';
}
