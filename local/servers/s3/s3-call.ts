import type { BillableUnit } from '../../meter/meter.ts';
import type { Surroundings } from '../../surroundings.ts';
import type { ServiceRequest, ServiceResponse } from '../service.ts';
import type { BucketStore } from './bucket-store.ts';
import type { UploadStore } from './upload-store.ts';
import type { VersionStore } from './version-store.ts';

/** One request, its path-style address taken apart. */
export interface S3Call {
  readonly method: string;
  /** Empty for requests on the service. */
  readonly bucket: string;
  /** Empty for requests on a bucket. */
  readonly key: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string>>;
  /** As it came, maybe still aws-chunked; see `readPayload`. */
  readonly rawBody: Buffer;
  /** Access key id. */
  readonly caller: string;
  /** What the operation causes beside the request itself; booked when the call has ended, well or badly. */
  readonly alsoBilled: BillableUnit[];
}

/** What every operation works on. */
export interface S3 extends Pick<Surroundings, 'region' | 'account' | 'clock' | 'access'> {
  readonly buckets: BucketStore;
  readonly versions: VersionStore;
  readonly uploads: UploadStore;
}

export type S3Operation = (s3: S3, call: S3Call) => ServiceResponse;

export function readCall(request: ServiceRequest): S3Call {
  // Not through URL, which would resolve the `..` and `.` that may stand in a key.
  const queryStart = request.url.indexOf('?');
  const path = queryStart < 0 ? request.url : request.url.slice(0, queryStart);
  const [, bucket = '', ...keyParts] = path.split('/');
  return {
    method: request.method,
    bucket: decodeURIComponent(bucket),
    key: decodeURIComponent(keyParts.join('/')),
    query: new URLSearchParams(queryStart < 0 ? '' : request.url.slice(queryStart)),
    headers: request.headers,
    rawBody: request.body,
    caller: request.accessKeyId,
    alsoBilled: [],
  };
}
