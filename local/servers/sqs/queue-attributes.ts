import { ServiceError } from '../service-error.ts';

export type QueueAttributes = Readonly<Record<string, string>>;

/** Defaults and limits of the attributes that are whole numbers (API reference, SetQueueAttributes; SQS quotas). */
const numbers = {
  DelaySeconds: { fallback: 0, least: 0, most: 900 },
  KmsDataKeyReusePeriodSeconds: { fallback: 300, least: 60, most: 86_400 },
  MaximumMessageSize: { fallback: 1_048_576, least: 1024, most: 1_048_576 },
  MessageRetentionPeriod: { fallback: 345_600, least: 60, most: 1_209_600 },
  ReceiveMessageWaitTimeSeconds: { fallback: 0, least: 0, most: 20 },
  VisibilityTimeout: { fallback: 30, least: 0, most: 43_200 },
} as const;

const others = new Set([
  'ContentBasedDeduplication',
  'DeduplicationScope',
  'FifoQueue',
  'FifoThroughputLimit',
  'KmsMasterKeyId',
  'Policy',
  'RedriveAllowPolicy',
  'RedrivePolicy',
  'SqsManagedSseEnabled',
]);

export type NumberAttribute = keyof typeof numbers;

export function numberAttribute(attributes: QueueAttributes, name: NumberAttribute): number {
  return Number(attributes[name] ?? numbers[name].fallback);
}

/** @throws ServiceError `InvalidAttributeName` or `InvalidAttributeValue` */
export function checkAttributes(attributes: QueueAttributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (isNumberAttribute(name)) checkNumber(name, value);
    else if (!others.has(name)) throw new ServiceError('InvalidAttributeName', `Unknown Attribute ${name}.`);
  }
}

/** What GetQueueAttributes tells of the settings: those that were made, and the defaults of the rest. */
export function settings(attributes: QueueAttributes): QueueAttributes {
  const isKeyed = attributes.KmsMasterKeyId !== undefined;
  const shown = Object.entries(numbers).filter(
    ([name]) => isKeyed || name !== 'KmsDataKeyReusePeriodSeconds',
  );
  return {
    ...Object.fromEntries(shown.map(([name, { fallback }]) => [name, String(fallback)])),
    SqsManagedSseEnabled: String(!isKeyed),
    ...attributes,
  };
}

function checkNumber(name: NumberAttribute, value: string): void {
  const { least, most } = numbers[name];
  const number = Number(value);
  if (Number.isInteger(number) && number >= least && number <= most) return;
  throw new ServiceError(
    'InvalidAttributeValue',
    `Invalid value for the parameter ${name}: expected ${least} to ${most}, found ${value}`,
  );
}

function isNumberAttribute(name: string): name is NumberAttribute {
  return Object.hasOwn(numbers, name);
}
