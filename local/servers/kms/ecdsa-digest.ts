import { createECDH, randomBytes } from 'node:crypto';

/** Order of the base point of P-256 (FIPS 186-5, SP 800-186 section 3.2.1.3). */
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

/**
 * ECDSA on P-256 over a digest made elsewhere, which node:crypto cannot do: it insists on hashing. Point multiplication is
 * its ECDH; the rest is arithmetic modulo the order. Not constant in time, which is fit for a development tool only.
 *
 * @param digest 32 bytes
 * @param secret the private scalar
 * @returns the signature in DER, as KMS gives it
 */
export function signDigest(digest: Uint8Array, secret: bigint): Buffer {
  for (;;) {
    const nonce = toInteger(randomBytes(32));
    if (nonce === 0n || nonce >= order) continue;
    const r = abscissa(nonce);
    const s = modulo(inverse(nonce) * (toInteger(digest) + r * secret));
    if (r !== 0n && s !== 0n) return sequence(integer(r), integer(s));
  }
}

/** Knowing the secret, `u1 G + u2 Q` is one multiple of the base point: `(u1 + u2 secret) G`. */
export function verifyDigest(digest: Uint8Array, signature: Buffer, secret: bigint): boolean {
  const pair = readSequence(signature);
  if (!pair) return false;
  const [r, s] = pair;
  if (r <= 0n || r >= order || s <= 0n || s >= order) return false;
  const multiple = modulo(inverse(s) * (toInteger(digest) + r * secret));
  return multiple !== 0n && abscissa(multiple) === r;
}

function abscissa(scalar: bigint): bigint {
  const point = createECDH('prime256v1');
  point.setPrivateKey(scalar.toString(16).padStart(64, '0'), 'hex');
  // Uncompressed: 04 | x (32) | y (32).
  return modulo(toInteger(point.getPublicKey().subarray(1, 33)));
}

function inverse(value: bigint): bigint {
  let [previous, current] = [order, modulo(value)];
  let [before, now] = [0n, 1n];
  while (current !== 0n) {
    const quotient = previous / current;
    [previous, current] = [current, previous - quotient * current];
    [before, now] = [now, before - quotient * now];
  }
  return modulo(before);
}

function modulo(value: bigint): bigint {
  return ((value % order) + order) % order;
}

function toInteger(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`);
}

const sequenceTag = 0x30;
const integerTag = 0x02;

function integer(value: bigint): Buffer {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex');
  // A leading bit would make a DER integer negative.
  const padded = (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.of(0), bytes]) : bytes;
  return Buffer.concat([Buffer.of(integerTag, padded.length), padded]);
}

function sequence(...members: Buffer[]): Buffer {
  const content = Buffer.concat(members);
  return Buffer.concat([Buffer.of(sequenceTag, content.length), content]);
}

function readSequence(der: Buffer): [bigint, bigint] | undefined {
  const [tag, length] = der;
  if (tag !== sequenceTag || length !== der.length - 2) return undefined;
  const first = readInteger(der.subarray(2));
  if (!first) return undefined;
  const second = readInteger(first.rest);
  return second?.rest.length === 0 ? [first.value, second.value] : undefined;
}

function readInteger(der: Buffer): { value: bigint; rest: Buffer } | undefined {
  const [tag, length = 0] = der;
  if (tag !== integerTag || length < 1 || length > 33 || der.length < 2 + length) return undefined;
  return { value: toInteger(der.subarray(2, 2 + length)), rest: der.subarray(2 + length) };
}
