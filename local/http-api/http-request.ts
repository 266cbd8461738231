import type { IncomingMessage } from 'node:http';

/** A request to the API, its body read to the end. */
export interface HttpRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly url: string;
  /** Lower-case names; several values joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly sourceIp: string;
}

/** @returns undefined when the body is longer than `limitBytes` */
export async function readRequest(
  message: IncomingMessage,
  limitBytes: number,
): Promise<HttpRequest | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    // Read to the end all the same: a client that is still sending would not see the answer.
    if (size <= limitBytes) chunks.push(chunk);
  }
  if (size > limitBytes) return undefined;
  return {
    method: message.method ?? 'GET',
    url: message.url ?? '/',
    headers: Object.fromEntries(
      Object.entries(message.headersDistinct).map(([name, values = []]) => [
        name,
        values.join(name === 'cookie' ? '; ' : ','),
      ]),
    ),
    body: Buffer.concat(chunks),
    sourceIp: message.socket.remoteAddress ?? '',
  };
}
