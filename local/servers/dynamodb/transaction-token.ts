import { createHash } from 'node:crypto';
import type { Clock } from '../../clock/clock.ts';
import { dynamodbError, validationError } from './dynamodb-error.ts';
import type { LevelOperation } from './dynalite.ts';
import { allTokens, tokenKey, under } from './key-layout.ts';
import type { Storage } from './storage.ts';

/** AWS remembers a ClientRequestToken for ten minutes after the request that used it. */
const tokenLifeMs = 600_000;
const longestToken = 36;

interface TokenRecord {
  readonly fingerprint: string;
  readonly expiresAt: number;
}

/** Remembers which transactions were done; a token is stored in the same commit as its transaction. */
export class TransactionTokens {
  readonly #clock: Clock;
  readonly #storage: Storage;
  #nextPurgeAt: number;

  constructor(clock: Clock, storage: Storage) {
    this.#clock = clock;
    this.#storage = storage;
    this.#nextPurgeAt = clock.now();
  }

  /**
   * Whether a transaction of this token and fingerprint was done already.
   *
   * @throws ServiceError IdempotentParameterMismatchException when the token was used for another transaction
   */
  async isRepeat(token: string, fingerprint: string): Promise<boolean> {
    const record = (await this.#storage.get(tokenKey(token))) as TokenRecord | undefined;
    if (!record || record.expiresAt <= this.#clock.now()) return false;
    if (record.fingerprint === fingerprint) return true;
    throw dynamodbError(
      'IdempotentParameterMismatchException',
      `The ClientRequestToken ${token} was used within the last ten minutes for a different transaction: ` +
        'repeat that transaction unchanged, or use a new token',
    );
  }

  /** What to store with the transaction: its token, and the removal of those that ran out. */
  async record(token: string, fingerprint: string): Promise<LevelOperation[]> {
    const value: TokenRecord = { fingerprint, expiresAt: this.#clock.now() + tokenLifeMs };
    return [...(await this.#removals()), { type: 'put', key: tokenKey(token), value }];
  }

  async #removals(): Promise<LevelOperation[]> {
    const now = this.#clock.now();
    if (now < this.#nextPurgeAt) return [];
    this.#nextPurgeAt = now + tokenLifeMs;
    const removals: LevelOperation[] = [];
    for await (const [key, value] of this.#storage.entries(under(allTokens))) {
      if ((value as TokenRecord).expiresAt <= now) removals.push({ type: 'del', key });
    }
    return removals;
  }
}

/** The token of a request, or undefined when it carries none. */
export function requestToken(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'string' && value.length >= 1 && value.length <= longestToken) return value;
  throw validationError(
    `1 validation error detected: Value at 'clientRequestToken' failed to satisfy constraint: ` +
      `Member must have length between 1 and ${longestToken}, found ${JSON.stringify(value)}`,
  );
}

export function fingerprintOf(transactItems: unknown): string {
  return createHash('sha256').update(JSON.stringify(transactItems)).digest('hex');
}
