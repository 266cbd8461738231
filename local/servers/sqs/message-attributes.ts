import { createHash } from 'node:crypto';
import { z } from 'zod';
import { invalidParameter } from './sqs-error.ts';

export const MessageAttributeInput = z.object({
  DataType: z.string().regex(/^(String|Number|Binary)(\..+)?$/),
  StringValue: z.string().optional(),
  /** Base64, as JSON carries bytes. */
  BinaryValue: z.string().optional(),
});

export type MessageAttribute = z.infer<typeof MessageAttributeInput>;
export type MessageAttributes = Readonly<Record<string, MessageAttribute>>;

// SQS quotas, "Message attributes".
const mostAttributes = 10;

export function checkMessageAttributes(attributes: MessageAttributes): void {
  const entries = Object.entries(attributes);
  if (entries.length > mostAttributes) {
    throw invalidParameter(`a message has at most ${mostAttributes} attributes, found ${entries.length}`);
  }
  for (const [name, attribute] of entries) {
    if (valueBytes(attribute).length === 0) {
      throw invalidParameter(`the message attribute '${name}' must contain a non-empty value`);
    }
  }
}

/** Bytes that count toward the size of a message: names, types and values. */
export function attributeBytes(attributes: MessageAttributes): number {
  return Object.entries(attributes).reduce(
    (sum, [name, attribute]) =>
      sum + Buffer.byteLength(name) + Buffer.byteLength(attribute.DataType) + valueBytes(attribute).length,
    0,
  );
}

/** The attributes that a receiver asked for: a name, a prefix such as `app.*`, or `All`. */
export function chosenAttributes(
  attributes: MessageAttributes,
  wanted: readonly string[],
): MessageAttributes {
  const isWanted = (name: string): boolean =>
    wanted.some((pattern) => {
      if (pattern === 'All' || pattern === '.*' || pattern === name) return true;
      return pattern.endsWith('.*') && name.startsWith(pattern.slice(0, -2));
    });
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => isWanted(name)));
}

/** The digest SDKs check (SQS developer guide, "Calculating the MD5 message digest for message attributes"). */
export function attributesMd5(attributes: MessageAttributes): string | undefined {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  const hash = createHash('md5');
  for (const name of names) {
    const attribute = attributes[name];
    if (!attribute) continue;
    hash.update(withLength(Buffer.from(name)));
    hash.update(withLength(Buffer.from(attribute.DataType)));
    hash.update(Buffer.of(attribute.BinaryValue === undefined ? 1 : 2));
    hash.update(withLength(valueBytes(attribute)));
  }
  return hash.digest('hex');
}

function valueBytes({ BinaryValue, StringValue }: MessageAttribute): Buffer {
  return BinaryValue === undefined ? Buffer.from(StringValue ?? '') : Buffer.from(BinaryValue, 'base64');
}

function withLength(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}
