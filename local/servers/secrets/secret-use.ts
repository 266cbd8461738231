import { createHash } from 'node:crypto';
import type { Surroundings } from '../../surroundings.ts';
import { customerKeyArn } from '../customer-key.ts';
import { ServiceError } from '../service-error.ts';
import { transactions, type Transact } from '../transaction.ts';
import type { SecretStore, StoredSecret } from './secret-store.ts';

/** What every operation of the secrets server stands on. */
export interface SecretUse {
  readonly surroundings: Surroundings;
  readonly store: SecretStore;
  readonly transact: Transact;
  arnOf(name: string): string;
  /**
   * Bills one request, asks for access and finds the secret. AWS judges the name even of a secret that does not exist.
   *
   * @throws ServiceError `ResourceNotFoundException`
   */
  find(identifier: string, action: string, caller: string, context?: Record<string, string>): StoredSecret;
  /** The call of KMS that Secrets Manager makes in the caller's name for a secret under a customer's key. */
  callKms(secret: Pick<StoredSecret, 'kmsKeyId' | 'arn'>, action: string, caller: string): void;
}

export function secretUse(surroundings: Surroundings, store: SecretStore): SecretUse {
  const { access, account, meter, region } = surroundings;
  const prefix = `arn:aws:secretsmanager:${region}:${account}:secret:`;
  const arnOf = (name: string): string => `${prefix}${name}-${suffixOf(name)}`;
  return {
    surroundings,
    store,
    transact: transactions(surroundings.database),
    arnOf,
    find(identifier, action, caller, context) {
      meter.record('secrets.request', 1, caller);
      const secret = store.find(identifier);
      const arn = secret?.arn ?? (identifier.startsWith('arn:') ? identifier : arnOf(identifier));
      access.demand(caller, `secretsmanager:${action}`, arn, context);
      if (secret) return secret;
      throw new ServiceError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
    },
    callKms(secret, action, caller) {
      const keyArn = customerKeyArn(secret.kmsKeyId ?? undefined, surroundings);
      if (keyArn === undefined) return;
      meter.record('kms.symmetricRequest', 1, caller);
      access.demand(caller, `kms:${action}`, keyArn, {
        'kms:ViaService': `secretsmanager.${region}.amazonaws.com`,
        'kms:EncryptionContext:SecretARN': secret.arn,
      });
    },
  };
}

/** AWS appends six random characters; these come from the name, so that a second deploy gives the same ARN. */
function suffixOf(name: string): string {
  const digest = createHash('sha256').update(name).digest('base64');
  return digest.replace(/[^A-Za-z0-9]/g, '').slice(0, 6);
}
