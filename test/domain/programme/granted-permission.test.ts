import { describe, expect, it } from 'vitest';
import { permissions } from '../../../domain/accounts/account-status.ts';
import { grantedPermission, noMoreThan } from '../../../domain/programme/granted-permission.ts';
import { shippedProviderPack } from '../policy/shipped-packs.ts';

describe('a grant that something else limits', () => {
  it('is the less of the two, and none has no conditions', () => {
    const granted = grantedPermission('provisionalRestricted', shippedProviderPack());
    expect(permissions.map((atMost) => noMoreThan(granted, atMost))).toEqual([
      { permission: 'none', conditions: null },
      granted,
      granted,
    ]);
  });
});
