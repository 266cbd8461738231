import { ServiceError } from '../service-error.ts';
import type { Surroundings } from '../../surroundings.ts';
import type { EncryptionContext } from './ciphertext-blob.ts';
import { keySpecs, type KeyUsage } from './key-spec.ts';
import type { KeyStore, StoredKey } from './key-store.ts';

/** What every operation of the key server stands on. */
export interface KeyUse {
  readonly surroundings: Surroundings;
  readonly store: KeyStore;
  arnOf(keyId: string): string;
  /** By id, key ARN, alias name or alias ARN. @throws ServiceError `NotFoundException` */
  find(identifier: string): StoredKey;
  /** Finds a key to administer; bills one request and asks for access, whatever the key's state. */
  administer(identifier: string, action: string, caller: string): StoredKey;
  /**
   * Finds a key to compute with; bills one request of its kind, asks for access, then wants it enabled and of that usage.
   * An alias of the identifier is resolved first, as AWS judges the key and not the alias.
   */
  compute(identifier: string, action: string, caller: string, want: Want): StoredKey;
}

interface Want {
  readonly usage: KeyUsage;
  readonly context?: EncryptionContext | undefined;
}

export function keyUse(surroundings: Surroundings, store: KeyStore): KeyUse {
  const { access, meter, region, account } = surroundings;
  const arnOf = (keyId: string): string => `arn:aws:kms:${region}:${account}:key/${keyId}`;

  const find = (identifier: string): StoredKey => {
    const name = identifier.startsWith('arn:') ? identifier.split(':').slice(5).join(':') : identifier;
    const id = name.startsWith('alias/') ? store.keyIdOfAlias(name) : name.replace(/^key\//, '');
    const key = id === undefined ? undefined : store.find(id);
    if (!key) throw notFound(name, { region, account });
    return key;
  };

  return {
    surroundings,
    store,
    arnOf,
    find,
    administer(identifier, action, caller) {
      meter.record('kms.symmetricRequest', 1, caller);
      const key = find(identifier);
      access.demand(caller, `kms:${action}`, arnOf(key.id));
      return key;
    },
    compute(identifier, action, caller, { usage, context = {} }) {
      const key = find(identifier);
      meter.record(keySpecs[key.spec].unit, 1, caller);
      access.demand(caller, `kms:${action}`, arnOf(key.id), contextKeys(context));
      refuseUnlessEnabled(key, arnOf(key.id));
      if (keySpecs[key.spec].usage !== usage) {
        throw new ServiceError(
          'InvalidKeyUsageException',
          `${arnOf(key.id)} key usage is ${keySpecs[key.spec].usage} which is not valid for ${action}.`,
        );
      }
      return key;
    },
  };
}

function contextKeys(context: EncryptionContext): Record<string, string | readonly string[]> {
  const names = Object.keys(context);
  if (names.length === 0) return {};
  return {
    'kms:EncryptionContextKeys': names,
    ...Object.fromEntries(names.map((name) => [`kms:EncryptionContext:${name}`, context[name] ?? ''])),
  };
}

export function refuseUnlessEnabled(key: StoredKey, arn: string): void {
  switch (key.state) {
    case 'Enabled':
      return;
    case 'Disabled':
      throw new ServiceError('DisabledException', `${arn} is disabled.`);
    case 'PendingDeletion':
      throw new ServiceError('KMSInvalidStateException', `${arn} is pending deletion.`);
  }
}

function notFound(name: string, place: { region: string; account: string }): ServiceError {
  const path = name.startsWith('alias/') || name.startsWith('key/') ? name : `key/${name}`;
  const arn = `arn:aws:kms:${place.region}:${place.account}:${path}`;
  return path.startsWith('alias/')
    ? new ServiceError('NotFoundException', `Alias ${arn} is not found.`)
    : new ServiceError('NotFoundException', `Key '${arn}' does not exist`);
}
