import type { Surroundings } from '../../surroundings.ts';
import type { Service, ServiceRequest, ServiceResponse } from '../service.ts';
import { transactions } from '../transaction.ts';
import { BucketStore } from './bucket-store.ts';
import { refuseUnknownWishes } from './object-headers.ts';
import { checkPresignedUrl } from './presigned-url.ts';
import { routeOf, type Route } from './routes.ts';
import { accessDenied } from './s3-error.ts';
import { failure } from './s3-failure.ts';
import { readCall, type S3, type S3Call } from './s3-call.ts';
import { schema } from './schema.ts';
import { UploadStore } from './upload-store.ts';
import { VersionStore } from './version-store.ts';

/**
 * S3 by path-style addresses, kept in `s3_` tables. One request is one transaction. What it does not emulate it answers
 * with `NotImplemented`.
 */
export function createS3(surroundings: Surroundings): Service {
  const { database, region, account, clock, access, meter } = surroundings;
  database.exec(schema);
  const transact = transactions(database);
  const s3: S3 = {
    region,
    account,
    clock,
    access,
    buckets: new BucketStore(database),
    versions: new VersionStore(database),
    uploads: new UploadStore(database),
  };

  const perform = (route: Route, call: S3Call): ServiceResponse => {
    try {
      checkPresignedUrl(call, clock.now());
      refuseForeignOwner(call, account);
      refuseUnknownWishes(call.headers);
      return transact(() => route.run(s3, call));
    } finally {
      // After the transaction, so that a refused request is booked too: AWS bills those.
      if (route.bills !== 'nothing') meter.record(`s3.${route.bills}Request`, 1, call.caller);
      for (const unit of call.alsoBilled) meter.record(unit, 1, call.caller);
    }
  };

  const answer = (request: ServiceRequest): ServiceResponse => {
    try {
      const call = readCall(request);
      return perform(routeOf(call), call);
    } catch (error) {
      return failure(error);
    }
  };

  return {
    signingName: 's3',
    // A throw inside, a fault of ours, becomes a rejection, which the gateway reports as such.
    handle: (request) =>
      new Promise((resolve) => {
        resolve(withLength(request.method, answer(request)));
      }),
  };
}

function refuseForeignOwner(call: S3Call, account: string): void {
  const expected = call.headers['x-amz-expected-bucket-owner'];
  if (expected !== undefined && expected !== account) {
    throw accessDenied(`the bucket belongs to ${account}, not to ${expected}`);
  }
}

/** An answer to HEAD has a length and no body; 204 and 304 have neither. */
function withLength(method: string, answer: ServiceResponse): ServiceResponse {
  if (answer.status === 204 || answer.status === 304) return { ...answer, body: '' };
  const length = String(Buffer.byteLength(answer.body));
  return {
    ...answer,
    headers: { 'content-length': length, ...answer.headers },
    body: method === 'HEAD' ? '' : answer.body,
  };
}
