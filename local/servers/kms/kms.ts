import { jsonService } from '../json-protocol.ts';
import type { Service } from '../service.ts';
import type { Surroundings } from '../../surroundings.ts';
import { aliasOperations } from './alias-operations.ts';
import { createKey } from './create-key.ts';
import { dataKeyOperations } from './data-key-operations.ts';
import { KeyStore } from './key-store.ts';
import { keyUse } from './key-use.ts';
import { lifecycleOperations } from './lifecycle-operations.ts';
import { macOperations } from './mac-operations.ts';
import { signatureOperations } from './signature-operations.ts';

/**
 * Key Management Service with real cryptography. Key material lies unprotected in the local database: a tool for
 * development, never a place for keys that matter.
 */
export function createKms(surroundings: Surroundings): Service {
  const keys = keyUse(surroundings, new KeyStore(surroundings.database, surroundings.clock));
  return jsonService('kms', '1.1', {
    CreateKey: createKey(keys),
    ...aliasOperations(keys),
    ...lifecycleOperations(keys),
    ...dataKeyOperations(keys),
    ...macOperations(keys),
    ...signatureOperations(keys),
  });
}
