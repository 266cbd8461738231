/**
 * An error as the States Language sees it: a name that Retry and Catch match, and a cause in text.
 * Names of the language begin with `States.`; those of a service with the service, such as `S3.NoSuchKeyException`.
 */
export class AslError extends Error {
  override readonly name = 'AslError';
  readonly error: string;
  readonly causeText: string;

  constructor(error: string, causeText = '') {
    super(causeText === '' ? error : `${error}: ${causeText}`);
    this.error = error;
    this.causeText = causeText;
  }
}

/** A fault that is not an answer of a service becomes `States.Runtime`, which nothing but its own name catches. */
export function toAslError(thrown: unknown): AslError {
  if (thrown instanceof AslError) return thrown;
  return new AslError('States.Runtime', thrown instanceof Error ? thrown.message : String(thrown));
}
