import { ServiceError } from '../service-error.ts';

/** An error under the code that S3 uses, with the headers S3 sends beside it. */
export class S3Error extends ServiceError {
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(code, message, status);
    this.headers = headers;
  }
}

export function noSuchBucket(bucket: string): S3Error {
  return new S3Error(404, 'NoSuchBucket', `The specified bucket does not exist: ${bucket}`);
}

export function noSuchKey(key: string, headers: Readonly<Record<string, string>> = {}): S3Error {
  return new S3Error(404, 'NoSuchKey', `The specified key does not exist: ${key}`, headers);
}

export function preconditionFailed(condition: string): S3Error {
  return new S3Error(
    412,
    'PreconditionFailed',
    `At least one of the pre-conditions you specified did not hold: ${condition}`,
  );
}

export function invalidArgument(message: string): S3Error {
  return new S3Error(400, 'InvalidArgument', message);
}

export function invalidRequest(message: string): S3Error {
  return new S3Error(400, 'InvalidRequest', message);
}

export function accessDenied(message: string): S3Error {
  return new S3Error(403, 'AccessDenied', message);
}

/** What AWS may do and the embedded S3 does not: refused, because ignoring it would look like success. */
export function notEmulated(what: string): S3Error {
  return new S3Error(501, 'NotImplemented', `${what} is not emulated`);
}
