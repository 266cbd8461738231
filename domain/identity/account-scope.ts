import type { PersonStatus } from './determine-person-status.ts';
import type { PersonKind } from './person-facts.ts';

export interface AccountScope {
  readonly inScope: boolean;
  readonly because:
    | 'foreignCustomer'
    | 'undeterminedCustomer'
    | 'foreignOwner'
    | 'undeterminedOwner'
    | 'ownersUnknown'
    | 'everyPartyIsUs';
}

/**
 * Whether the account falls under the identification programme (DEF-09): the customer is foreign or any beneficial
 * owner is. What is not determined counts as foreign, and an entity of which no owner is named has unknown owners.
 */
export function accountScope(
  customer: { readonly kind: PersonKind; readonly status: PersonStatus },
  owners: readonly PersonStatus[] = [],
): AccountScope {
  if (customer.status === 'foreign') return { inScope: true, because: 'foreignCustomer' };
  if (customer.status === 'undetermined') return { inScope: true, because: 'undeterminedCustomer' };
  if (owners.includes('foreign')) return { inScope: true, because: 'foreignOwner' };
  if (owners.includes('undetermined')) return { inScope: true, because: 'undeterminedOwner' };
  if (customer.kind === 'entity' && owners.length === 0) return { inScope: true, because: 'ownersUnknown' };
  return { inScope: false, because: 'everyPartyIsUs' };
}
