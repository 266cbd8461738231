import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kmsEnvelope, sealedDigest, type Envelope } from '../../../adapters/sealing/envelope.ts';
import { kmsLookupHash } from '../../../adapters/sealing/lookup-hash.ts';
import { embeddedStores, type EmbeddedStores } from '../embedded-stores.ts';

let stores: EmbeddedStores;
let envelope: Envelope;

beforeAll(async () => {
  stores = await embeddedStores();
  envelope = kmsEnvelope(stores.aws.kms, stores.keys.party);
});
afterAll(() => stores.close());

const subject = 'party:acct_1:p_1';
const facts = '{"name":"Žofie Testperson 試験"}';

const flipped = (bytes: Uint8Array, at: number): Uint8Array =>
  Uint8Array.from(bytes, (byte, index) => (index === at ? byte ^ 1 : byte));

describe('what is sealed', () => {
  it('opens again for its subject, every letter of it', async () => {
    expect(await envelope.unseal(subject, await envelope.seal(subject, facts))).toBe(facts);
    expect(await envelope.unseal(subject, await envelope.seal(subject, ''))).toBe('');
  });

  it('does not show what is in it', async () => {
    const { ciphertext, wrappedKey } = await envelope.seal(subject, facts);
    expect(Buffer.concat([ciphertext, wrappedKey]).toString('latin1')).not.toContain('Testperson');
  });

  it('does not open for another subject', async () => {
    const sealed = await envelope.seal(subject, facts);
    await expect(envelope.unseal('party:acct_1:p_2', sealed)).rejects.toThrow();
  });

  it('does not open with the key of another of its own versions', async () => {
    const [one, other] = [await envelope.seal(subject, facts), await envelope.seal(subject, facts)];
    await expect(envelope.unseal(subject, { ...one, wrappedKey: other.wrappedKey })).rejects.toThrow();
  });

  it.each([
    ['the nonce', 0],
    ['the tag', 12],
    ['the text', 28],
  ])('does not open when a bit of %s was changed', async (_name, at) => {
    const sealed = await envelope.seal(subject, facts);
    const changed = { ...sealed, ciphertext: flipped(sealed.ciphertext, at) };
    await expect(envelope.unseal(subject, changed)).rejects.toThrow();
  });

  it('does not open when it was cut', async () => {
    const sealed = await envelope.seal(subject, facts);
    for (const length of [0, 12, 20, sealed.ciphertext.length - 1]) {
      const cut = { ...sealed, ciphertext: sealed.ciphertext.slice(0, length) };
      await expect(envelope.unseal(subject, cut), `${length} bytes`).rejects.toThrow();
    }
  });

  it('looks different each time, and so does its digest', async () => {
    const [one, other] = [await envelope.seal(subject, facts), await envelope.seal(subject, facts)];
    expect(sealedDigest(one)).toMatch(/^[0-9a-f]{64}$/);
    expect(sealedDigest(one)).not.toBe(sealedDigest(other));
  });

  it('keeps its digest when its key is erased', async () => {
    const sealed = await envelope.seal(subject, facts);
    expect(sealedDigest({ ...sealed, wrappedKey: new Uint8Array() })).toBe(sealedDigest(sealed));
  });
});

describe('the hash for look-up', () => {
  it('is the same for spellings of one address, another for another, and needs the key', async () => {
    const hash = kmsLookupHash(stores.aws.kms, stores.keys.lookup);
    const one = await hash('email', 'Mira@Example.org');
    expect(await hash('email', '  mira@example.ORG ')).toBe(one);
    expect(await hash('email', 'mira@example.com')).not.toBe(one);
    expect(one).toMatch(/^email#[A-Za-z0-9_-]{43}$/);
  });
});
