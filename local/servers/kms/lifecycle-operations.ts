import { z } from 'zod';
import type { JsonOperation } from '../json-protocol.ts';
import { parseInput } from '../parse-input.ts';
import { ServiceError } from '../service-error.ts';
import { keyIdMember } from './input-members.ts';
import { keyMetadata } from './key-metadata.ts';
import type { KeyStore, StoredKey } from './key-store.ts';
import { refuseUnlessEnabled, type KeyUse } from './key-use.ts';

const KeyInput = z.object({ KeyId: keyIdMember });
const DeletionInput = KeyInput.extend({ PendingWindowInDays: z.int().min(7).max(30).default(30) });
const dayMs = 86_400_000;

/** Describing, disabling and deleting keys, and the flag for yearly rotation. */
export function lifecycleOperations(keys: KeyUse): Record<string, JsonOperation> {
  const { account, clock } = keys.surroundings;
  const change = (action: string, apply: (store: KeyStore, key: StoredKey) => void): JsonOperation => {
    return (raw, caller) => {
      const key = keys.administer(parseInput(KeyInput, raw).KeyId, action, caller);
      apply(keys.store, key);
      return undefined;
    };
  };
  /** Changes that AWS refuses while a key waits for its deletion. */
  const changeLiving = (action: string, apply: (store: KeyStore, key: StoredKey) => void): JsonOperation =>
    change(action, (store, key) => {
      if (key.state === 'PendingDeletion') refuseUnlessEnabled(key, keys.arnOf(key.id));
      apply(store, key);
    });

  return {
    DescribeKey: (raw, caller) => {
      const key = keys.administer(parseInput(KeyInput, raw).KeyId, 'DescribeKey', caller);
      return { KeyMetadata: keyMetadata(key, keys.arnOf(key.id), account) };
    },
    EnableKey: changeLiving('EnableKey', (store, key) => {
      store.setState(key.id, 'Enabled');
    }),
    DisableKey: changeLiving('DisableKey', (store, key) => {
      store.setState(key.id, 'Disabled');
    }),
    EnableKeyRotation: changeLiving('EnableKeyRotation', (store, key) => {
      refuseUnlessRotatable(key, keys.arnOf(key.id));
      store.setRotation(key.id, true);
    }),
    DisableKeyRotation: changeLiving('DisableKeyRotation', (store, key) => {
      store.setRotation(key.id, false);
    }),
    GetKeyRotationStatus: (raw, caller) => {
      const key = keys.administer(parseInput(KeyInput, raw).KeyId, 'GetKeyRotationStatus', caller);
      return { KeyId: keys.arnOf(key.id), KeyRotationEnabled: key.rotationEnabled === 1 };
    },
    ScheduleKeyDeletion: (raw, caller) => {
      const input = parseInput(DeletionInput, raw);
      const key = keys.administer(input.KeyId, 'ScheduleKeyDeletion', caller);
      if (key.state === 'PendingDeletion') refuseUnlessEnabled(key, keys.arnOf(key.id));
      const deletionAt = clock.now() + input.PendingWindowInDays * dayMs;
      keys.store.setState(key.id, 'PendingDeletion', deletionAt);
      return {
        KeyId: keys.arnOf(key.id),
        DeletionDate: deletionAt / 1000,
        KeyState: 'PendingDeletion',
        PendingWindowInDays: input.PendingWindowInDays,
      };
    },
    CancelKeyDeletion: (raw, caller) => {
      const key = keys.administer(parseInput(KeyInput, raw).KeyId, 'CancelKeyDeletion', caller);
      if (key.state !== 'PendingDeletion') {
        throw new ServiceError('KMSInvalidStateException', `${keys.arnOf(key.id)} is not pending deletion.`);
      }
      // As in AWS, what comes back is disabled.
      keys.store.setState(key.id, 'Disabled');
      return { KeyId: keys.arnOf(key.id) };
    },
  };
}

/** Only the flag is kept: material never rotates here, so old blobs open either way. */
function refuseUnlessRotatable(key: StoredKey, arn: string): void {
  if (key.spec === 'SYMMETRIC_DEFAULT') return;
  throw new ServiceError('UnsupportedOperationException', `${arn} is not a symmetric encryption key.`);
}
