import { permissions as fromLeast, type Permission } from '../accounts/account-status.ts';
import type { PermissionConditions, ProgrammeTerms } from '../policy/programme-terms.ts';
import type { PermissionPolicy } from '../risk/decide-account.ts';
import type { ProgrammeState } from './programme-states.ts';
import type { ProgrammeTransition } from './programme-transitions.ts';

/** What an account may do, with the conditions on it; null where there are none, since it may do all or nothing. */
export interface GrantedPermission {
  readonly permission: Permission;
  readonly conditions: PermissionConditions | null;
}

export interface GrantingPolicy {
  readonly permissions: PermissionPolicy & ProgrammePermissions;
  readonly programme: Pick<ProgrammeTerms, 'conditions'>;
}

interface ProgrammePermissions {
  readonly whileMonitored: Permission;
  readonly whileClosing: Permission;
  readonly duringRedress: Permission;
}

/**
 * What a state grants under a policy. Full only to the verified, whatever the policy says.
 * @param row the transition that led there, where it says more than its state
 */
export function grantedPermission(
  state: ProgrammeState,
  { permissions, programme }: GrantingPolicy,
  row?: Pick<ProgrammeTransition, 'permission'>,
): GrantedPermission {
  const { restricted, monitored } = programme.conditions;
  switch (state) {
    case 'verified':
      return { permission: 'full', conditions: null };
    case 'pending':
    case 'refused':
    case 'closed':
      return { permission: 'none', conditions: null };
    case 'provisionalRestricted':
      return conditional(permissions[row?.permission ?? 'whileRestricted'], restricted);
    case 'underReview':
      return conditional(permissions.duringReview, restricted);
    case 'monitoredUnverified':
      return conditional(permissions.whileMonitored, monitored);
    case 'redressOpen':
      return conditional(permissions.duringRedress, restricted);
    case 'closing':
      return conditional(permissions.whileClosing, restricted);
  }
}

function conditional(permission: Permission, conditions: PermissionConditions): GrantedPermission {
  return permission === 'none' ? { permission, conditions: null } : { permission: 'restricted', conditions };
}

/** A grant cut to what something else allows; without a permission there is nothing to set conditions on. */
export function noMoreThan(
  { permission, conditions }: GrantedPermission,
  atMost: Permission,
): GrantedPermission {
  const isWithin = fromLeast.indexOf(permission) <= fromLeast.indexOf(atMost);
  const cut = isWithin ? permission : atMost;
  return { permission: cut, conditions: cut === 'none' ? null : conditions };
}
