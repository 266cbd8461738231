import { emptyAnswer } from './answers.ts';
import { chooseEncryption } from './encryption.ts';
import { readPayload } from './payload.ts';
import { demandOnBucket } from './permissions.ts';
import type { S3Call, S3Operation } from './s3-call.ts';
import { S3Error } from './s3-error.ts';
import { xmlDocument } from './xml-writer.ts';

interface Configuration {
  /** The query parameter that names it. */
  readonly kind: string;
  /** The IAM actions are `s3:Get…` and `s3:Put…` of this; deleting needs the latter too. */
  readonly action: string;
  /** What reading it gives before it was set: an error code or a document. */
  readonly unset: { readonly errorCode: string } | { readonly document: string };
  readonly check?: (call: S3Call, document: string) => void;
}

/** Documents that are kept and given back. Of these only `encryption` has an effect here. */
const configurations: readonly Configuration[] = [
  {
    kind: 'encryption',
    action: 'EncryptionConfiguration',
    unset: {
      document: xmlDocument('ServerSideEncryptionConfiguration', {
        Rule: { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: false },
      }),
    },
    check: (call, document) => {
      chooseEncryption({ ...call, headers: {} }, document);
    },
  },
  { kind: 'cors', action: 'BucketCORS', unset: { errorCode: 'NoSuchCORSConfiguration' } },
  {
    kind: 'lifecycle',
    action: 'LifecycleConfiguration',
    unset: { errorCode: 'NoSuchLifecycleConfiguration' },
  },
  { kind: 'logging', action: 'BucketLogging', unset: { document: xmlDocument('BucketLoggingStatus', {}) } },
  {
    kind: 'notification',
    action: 'BucketNotification',
    unset: { document: xmlDocument('NotificationConfiguration', {}) },
  },
  {
    kind: 'ownershipControls',
    action: 'BucketOwnershipControls',
    unset: { errorCode: 'OwnershipControlsNotFoundError' },
  },
  { kind: 'policy', action: 'BucketPolicy', unset: { errorCode: 'NoSuchBucketPolicy' } },
  {
    kind: 'publicAccessBlock',
    action: 'BucketPublicAccessBlock',
    unset: { errorCode: 'NoSuchPublicAccessBlockConfiguration' },
  },
  { kind: 'tagging', action: 'BucketTagging', unset: { errorCode: 'NoSuchTagSet' } },
];

export interface ConfigurationOperations {
  readonly kind: string;
  readonly get: S3Operation;
  readonly put: S3Operation;
  readonly remove: S3Operation;
}

export const configurationOperations: readonly ConfigurationOperations[] = configurations.map(
  (configuration) => ({
    kind: configuration.kind,
    get: getOperation(configuration),
    put: putOperation(configuration),
    remove: removeOperation(configuration),
  }),
);

function getOperation({ kind, action, unset }: Configuration): S3Operation {
  return (s3, call) => {
    demandOnBucket(s3, call, `s3:Get${action}`);
    const document = s3.buckets.configuration(s3.buckets.require(call.bucket).name, kind);
    if (document === undefined && 'errorCode' in unset) {
      throw new S3Error(404, unset.errorCode, `The bucket ${call.bucket} has no ${kind} configuration`);
    }
    const body = document ?? ('document' in unset ? unset.document : '');
    return {
      status: 200,
      headers: { 'content-type': kind === 'policy' ? 'application/json' : 'application/xml' },
      body,
    };
  };
}

function putOperation({ kind, action, check }: Configuration): S3Operation {
  return (s3, call) => {
    demandOnBucket(s3, call, `s3:Put${action}`);
    const document = readPayload(call).body.toString('utf8');
    check?.(call, document);
    s3.buckets.keepConfiguration(s3.buckets.require(call.bucket).name, kind, document);
    return emptyAnswer();
  };
}

function removeOperation({ kind, action }: Configuration): S3Operation {
  return (s3, call) => {
    demandOnBucket(s3, call, kind === 'policy' ? 's3:DeleteBucketPolicy' : `s3:Put${action}`);
    s3.buckets.dropConfiguration(s3.buckets.require(call.bucket).name, kind);
    return emptyAnswer(204);
  };
}
