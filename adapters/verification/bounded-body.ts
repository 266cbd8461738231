export interface BoundedBody {
  readonly bytes: Buffer;
  /** There was more, which was not read. */
  readonly isCut: boolean;
}

/** Reads at most so many bytes of an answer, and lets go of the rest. */
export async function readBounded(response: Response, bytesAtMost: number): Promise<BoundedBody> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (response.body === null) return { bytes: Buffer.alloc(0), isCut: false };
  for await (const chunk of response.body as ReadableStream<Uint8Array>) {
    chunks.push(chunk);
    size += chunk.byteLength;
    // Leaving the loop cancels the stream.
    if (size > bytesAtMost) break;
  }
  return { bytes: Buffer.concat(chunks).subarray(0, bytesAtMost), isCut: size > bytesAtMost };
}
