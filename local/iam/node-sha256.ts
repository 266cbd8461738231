import { createHash, createHmac, type Hash } from 'node:crypto';

type KeyedHash = ReturnType<typeof createHmac>;

/** node:crypto in the shape that the signer asks for: a hash, or with a secret a keyed hash. */
export class NodeSha256 {
  readonly #secret: Uint8Array | string | undefined;
  #state: Hash | KeyedHash;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#secret = typeof secret === 'object' ? bytesOf(secret) : secret;
    this.#state = this.#begin();
  }

  update(chunk: Uint8Array): void {
    this.#state.update(chunk);
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(new Uint8Array(this.#state.digest()));
  }

  reset(): void {
    this.#state = this.#begin();
  }

  #begin(): Hash | KeyedHash {
    return this.#secret === undefined ? createHash('sha256') : createHmac('sha256', this.#secret);
  }
}

function bytesOf(source: ArrayBuffer | ArrayBufferView): Uint8Array {
  return ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
}
