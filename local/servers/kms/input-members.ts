import { z } from 'zod';

export const keyIdMember = z.string().min(1).max(2048);

/** The longest plaintext or message KMS takes in a call, in bytes (`Encrypt`, `GenerateMac` and `Sign`). */
const longestMessage = 4096;

/** A blob, which the JSON protocol carries as base64. */
export const blobMember = z.base64().transform((text) => Buffer.from(text, 'base64'));

export const messageMember = blobMember.refine(
  (bytes) => bytes.length >= 1 && bytes.length <= longestMessage,
  `must have between 1 and ${longestMessage} bytes`,
);

export const contextMember = z.record(z.string(), z.string()).default({});
