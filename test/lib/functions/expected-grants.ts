/**
 * What each function may do, as a reviewer has agreed to it: folder → resource → actions. Its trace segments and its
 * own log group are left out; every function has those.
 */
export const expectedGrants: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'accept-lists': {
    BucketsLists: 's3: ListBucket',
    'BucketsLists/*': 's3: GetObject',
    TablesAudit: 'dynamodb: PutItem',
    TablesRecords: 'dynamodb: GetItem PutItem',
  },
  'assemble-certification': {
    'BucketsReports/*': 's3: PutObject',
    TablesAudit: 'dynamodb: GetItem',
    TablesRecords: 'dynamodb: GetItem',
    'TablesRecords/index/book': 'dynamodb: Query',
  },
  'assess-parties': {
    KeysLookup: 'kms: GenerateMac',
    KeysParty: 'kms: Decrypt GenerateDataKey',
    TablesAudit: 'dynamodb: PutItem',
    TablesInbox: 'dynamodb: GetItem',
    TablesRecords: 'dynamodb: GetItem PutItem',
  },
  'decide-account': {
    TablesAudit: 'dynamodb: PutItem',
    TablesRecords: 'dynamodb: GetItem PutItem',
  },
  'notify-provider': {
    Events: 'events: PutEvents',
    SecretsOutbound: 'secretsmanager: GetSecretValue',
    TablesIdempotency: 'dynamodb: DeleteItem PutItem UpdateItem',
    TablesRecords: 'dynamodb: GetItem UpdateItem',
  },
  'open-review': {
    Events: 'events: PutEvents',
    SecretsOutbound: 'secretsmanager: GetSecretValue',
    TablesAudit: 'dynamodb: PutItem',
    TablesIdempotency: 'dynamodb: DeleteItem PutItem UpdateItem',
    TablesRecords: 'dynamodb: GetItem PutItem UpdateItem',
    VerificationVerifyAccountStateMachine: 'states: SendTaskSuccess',
  },
  'park-event': {
    TablesAudit: 'dynamodb: PutItem',
    TablesInbox: 'dynamodb: GetItem PutItem',
    TablesRecords: 'dynamodb: GetItem PutItem',
  },
  'receive-webhook': {
    KeysParty: 'kms: Decrypt GenerateDataKey',
    QueuesVerification: 'sqs: SendMessage',
    SecretsInbound: 'secretsmanager: GetSecretValue',
    TablesInbox: 'dynamodb: GetItem PutItem',
  },
  'record-report': {
    TablesAudit: 'dynamodb: PutItem',
    TablesRecords: 'dynamodb: GetItem PutItem',
  },
  'review-cases': {
    KeysParty: 'kms: Decrypt GenerateDataKey',
    TablesAudit: 'dynamodb: PutItem',
    TablesRecords: 'dynamodb: GetItem PutItem UpdateItem',
    'TablesRecords/index/book': 'dynamodb: Query',
    VerificationVerifyAccountStateMachine: 'states: SendTaskHeartbeat SendTaskSuccess',
  },
  'screen-parties': {
    BucketsLists: 's3: ListBucket',
    'BucketsLists/*': 's3: GetObject',
    KeysParty: 'kms: Decrypt',
    TablesAudit: 'dynamodb: PutItem',
    TablesRecords: 'dynamodb: GetItem PutItem',
  },
  'sequence-audit-log': {
    BucketsLog: 's3: ListBucket',
    'BucketsLog/*': 's3: GetObject PutObject',
    KeysLog: 'kms: GetPublicKey Sign',
    TablesAudit: 'dynamodb: BatchGetItem GetItem PutItem UpdateItem',
    'TablesAudit/index/unsequenced': 'dynamodb: Query',
  },
  'start-verification': {
    QueuesVerification: 'sqs: DeleteMessage GetQueueAttributes ReceiveMessage',
    TablesInbox: 'dynamodb: UpdateItem',
    VerificationVerifyAccountStateMachine: 'states: StartExecution',
  },
  'sweep-pending': {
    Events: 'events: PutEvents',
    QueuesVerification: 'sqs: SendMessage',
    SecretsOutbound: 'secretsmanager: GetSecretValue',
    TablesIdempotency: 'dynamodb: DeleteItem PutItem UpdateItem',
    TablesInbox: 'dynamodb: GetItem',
    'TablesInbox/index/unfinished': 'dynamodb: Query',
    TablesRecords: 'dynamodb: GetItem UpdateItem',
    'TablesRecords/index/book': 'dynamodb: Query',
    VerificationVerifyAccountStateMachine: 'states: SendTaskSuccess',
  },
  'verify-audit-log': {
    BucketsLog: 's3: ListBucket',
    'BucketsLog/*': 's3: GetObject',
    KeysLog: 'kms: GetPublicKey',
    TablesAudit: 'dynamodb: GetItem',
  },
};
