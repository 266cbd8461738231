import { z } from 'zod';
import type { JsonOperation } from '../json-protocol.ts';
import { parseInput } from '../parse-input.ts';
import { ServiceError } from '../service-error.ts';
import { keyIdMember } from './input-members.ts';
import type { KeyUse } from './key-use.ts';

const aliasName = z.string().regex(/^alias\/[a-zA-Z0-9/_-]{1,250}$/, 'must match alias/[a-zA-Z0-9/_-]+');
const AliasInput = z.object({ AliasName: aliasName, TargetKeyId: keyIdMember });
const DeleteAliasInput = z.object({ AliasName: aliasName });

/** Names for keys. AWS asks for the action on the alias and on the key behind it; so do we. */
export function aliasOperations(keys: KeyUse): Record<string, JsonOperation> {
  const { access, account, region } = keys.surroundings;
  const arnOfAlias = (name: string): string => `arn:aws:kms:${region}:${account}:${name}`;
  return {
    CreateAlias: (raw, caller) => {
      const { AliasName, TargetKeyId } = parseInput(AliasInput, raw);
      const key = keys.administer(TargetKeyId, 'CreateAlias', caller);
      access.demand(caller, 'kms:CreateAlias', arnOfAlias(AliasName));
      if (keys.store.keyIdOfAlias(AliasName) !== undefined) {
        throw new ServiceError(
          'AlreadyExistsException',
          `An alias with the name ${arnOfAlias(AliasName)} already exists`,
        );
      }
      keys.store.setAlias(AliasName, key.id);
      return undefined;
    },
    UpdateAlias: (raw, caller) => {
      const { AliasName, TargetKeyId } = parseInput(AliasInput, raw);
      keys.find(AliasName);
      const key = keys.administer(TargetKeyId, 'UpdateAlias', caller);
      access.demand(caller, 'kms:UpdateAlias', arnOfAlias(AliasName));
      keys.store.setAlias(AliasName, key.id);
      return undefined;
    },
    DeleteAlias: (raw, caller) => {
      const { AliasName } = parseInput(DeleteAliasInput, raw);
      keys.administer(AliasName, 'DeleteAlias', caller);
      access.demand(caller, 'kms:DeleteAlias', arnOfAlias(AliasName));
      keys.store.removeAlias(AliasName);
      return undefined;
    },
  };
}
