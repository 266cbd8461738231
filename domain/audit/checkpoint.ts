/** What a checkpoint says of a log: how long it is, and the root over all of it (hex SHA-256). */
export interface TreeHead {
  readonly size: number;
  readonly rootHash: string;
}

/** The text that is signed (C2SP tlog-checkpoint): origin, size, root in base64, each on its line. */
export function checkpointBody(origin: string, { size, rootHash }: TreeHead): string {
  return `${origin}\n${size}\n${Buffer.from(rootHash, 'hex').toString('base64')}\n`;
}

const form = /^[^\n]+\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n/;

/** Reads our own checkpoint back. It does not verify the signature; null when the text is no checkpoint. */
export function readTreeHead(checkpoint: Uint8Array): TreeHead | null {
  const parts = form.exec(Buffer.from(checkpoint).toString('utf8'));
  if (!parts) return null;
  const [, size = '', root = ''] = parts;
  return { size: Number(size), rootHash: Buffer.from(root, 'base64').toString('hex') };
}
