import type { PersonStatus } from './determine-person-status.ts';
import type { PersonKind } from './person-facts.ts';
import type { Truth } from './three-valued.ts';

export interface AccountScope {
  readonly inScope: boolean;
  readonly because:
    | 'foreignCustomer'
    | 'undeterminedCustomer'
    | 'foreignOwner'
    | 'undeterminedOwner'
    | 'ownersUnknown'
    | 'ownersUnresolved'
    | 'everyPartyIsUs';
}

export interface ScopedOwner {
  readonly status: PersonStatus;
  readonly isBeneficialOwner: Truth;
}

/**
 * Whether the account falls under the identification programme (DEF-09): the customer is foreign or any beneficial
 * owner is. What is not determined counts: as foreign, as a beneficial owner, or as one who stands behind a layer that
 * is not resolved; and an entity of which no owner is named has unknown owners.
 */
export function accountScope(
  customer: { readonly kind: PersonKind; readonly status: PersonStatus },
  named: readonly ScopedOwner[] = [],
  areOwnersUnresolved = false,
): AccountScope {
  if (customer.status === 'foreign') return { inScope: true, because: 'foreignCustomer' };
  if (customer.status === 'undetermined') return { inScope: true, because: 'undeterminedCustomer' };
  const owners = named.filter((owner) => owner.isBeneficialOwner !== false).map(({ status }) => status);
  if (owners.includes('foreign')) return { inScope: true, because: 'foreignOwner' };
  if (owners.includes('undetermined')) return { inScope: true, because: 'undeterminedOwner' };
  if (customer.kind === 'entity' && named.length === 0) return { inScope: true, because: 'ownersUnknown' };
  if (areOwnersUnresolved) return { inScope: true, because: 'ownersUnresolved' };
  return { inScope: false, because: 'everyPartyIsUs' };
}
