const kibibyte = 1024;

/** Services that bill a call by chunks of its payload count one at least. */
function chunks(bytes: number, chunkBytes: number): number {
  return Math.max(1, Math.ceil(bytes / chunkBytes));
}

/** An HTTP API bills by 512 KB. @param bytes the larger of request and answer */
export function apiGatewayRequests(bytes: number): number {
  return chunks(bytes, 512 * kibibyte);
}

/** SQS bills an action by 64 KiB. @param bytes bodies and attributes of the whole action, a batch together */
export function sqsRequests(bytes: number): number {
  return chunks(bytes, 64 * kibibyte);
}

/** EventBridge bills by 64 KB. @param bytes of one entry */
export function eventUnits(bytes: number): number {
  return chunks(bytes, 64 * kibibyte);
}
