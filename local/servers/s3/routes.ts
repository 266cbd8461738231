import {
  createBucket,
  deleteBucket,
  getBucketLocation,
  getBucketVersioning,
  getObjectLockConfiguration,
  headBucket,
  listBuckets,
  putBucketVersioning,
  putObjectLockConfiguration,
} from './bucket-operations.ts';
import { configurationOperations } from './bucket-configurations.ts';
import { completeMultipartUpload } from './complete-multipart-upload.ts';
import { copyObject } from './copy-object.ts';
import { deleteObject, deleteObjects } from './delete-object.ts';
import { getObject, getObjectAttributes, headObject } from './get-object.ts';
import { listObjectsV2 } from './list-objects.ts';
import { listObjectVersions } from './list-versions.ts';
import {
  abortMultipartUpload,
  createMultipartUpload,
  listMultipartUploads,
  listParts,
  uploadPart,
} from './multipart-upload.ts';
import {
  getObjectLegalHold,
  getObjectRetention,
  putObjectLegalHold,
  putObjectRetention,
} from './object-lock-operations.ts';
import { deleteObjectTagging, getObjectTagging, putObjectTagging } from './object-tagging.ts';
import { putObject } from './put-object.ts';
import type { S3Call, S3Operation } from './s3-call.ts';
import { notEmulated } from './s3-error.ts';

export interface Route {
  readonly method: string;
  readonly on: 'service' | 'bucket' | 'object';
  /** How AWS bills it: the dear class of writes and listings, the cheap class, or not at all. */
  readonly bills: 'put' | 'get' | 'nothing';
  readonly run: S3Operation;
  /** Query parameters that make it this operation. */
  readonly needs?: readonly string[];
  /** Query parameters that it understands beside them. */
  readonly takes?: readonly string[];
  /** A header that makes it this operation. */
  readonly header?: string;
}

const versioned = ['versionId'];
const page = ['prefix', 'delimiter', 'max-keys'];
const overrides = [
  'response-cache-control',
  'response-content-disposition',
  'response-content-encoding',
  'response-content-language',
  'response-content-type',
  'response-expires',
];

const routes: readonly Route[] = [
  { method: 'GET', on: 'service', bills: 'put', run: listBuckets },

  { method: 'PUT', on: 'bucket', bills: 'put', run: createBucket },
  { method: 'HEAD', on: 'bucket', bills: 'get', run: headBucket },
  { method: 'DELETE', on: 'bucket', bills: 'nothing', run: deleteBucket },
  {
    method: 'GET',
    on: 'bucket',
    bills: 'put',
    run: listObjectsV2,
    needs: ['list-type'],
    takes: [...page, 'continuation-token', 'start-after', 'fetch-owner'],
  },
  {
    method: 'GET',
    on: 'bucket',
    bills: 'put',
    run: listObjectVersions,
    needs: ['versions'],
    takes: [...page, 'key-marker', 'version-id-marker'],
  },
  { method: 'GET', on: 'bucket', bills: 'put', run: listMultipartUploads, needs: ['uploads'] },
  { method: 'GET', on: 'bucket', bills: 'get', run: getBucketLocation, needs: ['location'] },
  { method: 'GET', on: 'bucket', bills: 'get', run: getBucketVersioning, needs: ['versioning'] },
  { method: 'PUT', on: 'bucket', bills: 'put', run: putBucketVersioning, needs: ['versioning'] },
  { method: 'GET', on: 'bucket', bills: 'get', run: getObjectLockConfiguration, needs: ['object-lock'] },
  { method: 'PUT', on: 'bucket', bills: 'put', run: putObjectLockConfiguration, needs: ['object-lock'] },
  { method: 'POST', on: 'bucket', bills: 'nothing', run: deleteObjects, needs: ['delete'] },
  ...configurationOperations.flatMap(({ kind, get, put, remove }): Route[] => [
    { method: 'GET', on: 'bucket', bills: 'get', run: get, needs: [kind] },
    { method: 'PUT', on: 'bucket', bills: 'put', run: put, needs: [kind] },
    { method: 'DELETE', on: 'bucket', bills: 'nothing', run: remove, needs: [kind] },
  ]),

  { method: 'PUT', on: 'object', bills: 'put', run: copyObject, header: 'x-amz-copy-source' },
  { method: 'PUT', on: 'object', bills: 'put', run: putObject },
  { method: 'GET', on: 'object', bills: 'get', run: getObject, takes: [...versioned, ...overrides] },
  { method: 'HEAD', on: 'object', bills: 'get', run: headObject, takes: [...versioned, ...overrides] },
  { method: 'DELETE', on: 'object', bills: 'nothing', run: deleteObject, takes: versioned },
  {
    method: 'GET',
    on: 'object',
    bills: 'get',
    run: getObjectAttributes,
    needs: ['attributes'],
    takes: versioned,
  },
  {
    method: 'GET',
    on: 'object',
    bills: 'get',
    run: getObjectRetention,
    needs: ['retention'],
    takes: versioned,
  },
  {
    method: 'PUT',
    on: 'object',
    bills: 'put',
    run: putObjectRetention,
    needs: ['retention'],
    takes: versioned,
  },
  {
    method: 'GET',
    on: 'object',
    bills: 'get',
    run: getObjectLegalHold,
    needs: ['legal-hold'],
    takes: versioned,
  },
  {
    method: 'PUT',
    on: 'object',
    bills: 'put',
    run: putObjectLegalHold,
    needs: ['legal-hold'],
    takes: versioned,
  },
  { method: 'GET', on: 'object', bills: 'get', run: getObjectTagging, needs: ['tagging'], takes: versioned },
  { method: 'PUT', on: 'object', bills: 'put', run: putObjectTagging, needs: ['tagging'], takes: versioned },
  {
    method: 'DELETE',
    on: 'object',
    bills: 'nothing',
    run: deleteObjectTagging,
    needs: ['tagging'],
    takes: versioned,
  },
  { method: 'POST', on: 'object', bills: 'put', run: createMultipartUpload, needs: ['uploads'] },
  { method: 'PUT', on: 'object', bills: 'put', run: uploadPart, needs: ['partNumber', 'uploadId'] },
  { method: 'POST', on: 'object', bills: 'put', run: completeMultipartUpload, needs: ['uploadId'] },
  { method: 'GET', on: 'object', bills: 'put', run: listParts, needs: ['uploadId'] },
  { method: 'DELETE', on: 'object', bills: 'nothing', run: abortMultipartUpload, needs: ['uploadId'] },
];

/**
 * The operation a request is for: the one that needs and takes exactly the query parameters that came.
 *
 * @throws S3Error `NotImplemented` naming the method and the parameters when there is none
 */
export function routeOf(call: S3Call): Route {
  const level = call.bucket === '' ? 'service' : call.key === '' ? 'bucket' : 'object';
  // `x-id` names the operation once more; the `X-Amz-` ones are a presigned URL's signature.
  const given = [...call.query.keys()].filter((name) => name !== 'x-id' && !/^x-amz-/i.test(name));
  const route = routes.find(
    ({ method, on, needs = [], takes = [], header }) =>
      method === call.method &&
      on === level &&
      needs.every((name) => call.query.has(name)) &&
      given.every((name) => needs.includes(name) || takes.includes(name)) &&
      (header === undefined || call.headers[header] !== undefined),
  );
  if (!route || (call.headers['x-amz-copy-source'] !== undefined && route.header === undefined)) {
    const copying = call.headers['x-amz-copy-source'] === undefined ? '' : ', copying';
    throw notEmulated(`${call.method} on the ${level} with [${given.join(', ')}]${copying}`);
  }
  return route;
}
