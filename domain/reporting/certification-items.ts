import type { CountingPolicy } from './counting-policy.ts';
import type { CertificationFigures } from './figures.ts';
import type { FormItemDefinition } from './form-f1.ts';
import type { FormItem, MissingItem, Narrative, ProducedItem } from './form-item.ts';

export interface ItemSources {
  readonly figures: CertificationFigures;
  readonly counting: CountingPolicy;
  /** Narratives by item id; an item with a narrative is produced, optional or not. */
  readonly narratives: ReadonlyMap<string, Narrative>;
  /** Optional items that the policy asks for. */
  readonly optionalItems: ReadonlySet<string>;
}

/** Items that are counted from records and cannot be told. */
export const countedItems: readonly string[] = ['F1-11', 'F1-12', 'F1-14'];

/** Items this version has no source for, whoever asks, and what stands in for them meanwhile. */
const notBuilt: ReadonlyMap<string, string> = new Map([
  [
    'F1-13',
    'Not produced: the names of resellers are not among the rows counted. Their number is given under context.',
  ],
  ['F1-15', 'Not produced: actions and timelines are kept with each case and are not gathered here yet.'],
  ['F1-16', 'Not produced: submissions of resellers are not taken in yet.'],
  ['F1-17', 'Not produced: this package is a draft that nobody has signed.'],
]);

export function formItem(definition: FormItemDefinition, sources: ItemSources): FormItem {
  const narrative = sources.narratives.get(definition.id);
  if (narrative !== undefined) {
    return produced(definition, narrative, `Produced: supplied by the provider from ${narrative.source}.`);
  }
  return countedItem(definition, sources) ?? missingItem(definition, sources);
}

function countedItem(definition: FormItemDefinition, sources: ItemSources): ProducedItem | undefined {
  const { figures, counting } = sources;
  const counted = `Produced: counted from the account records under ${counting.id} ${counting.version}.`;
  switch (definition.id) {
    case 'F1-11':
      return produced(
        definition,
        { kind: 'jurisdictionTable', unit: 'one account', ...figures.customers },
        counted,
      );
    case 'F1-12': {
      const unit = counting.owners.unit === 'person' ? 'one person' : 'one person in one account';
      const { total, rows } = figures.foreignOwners;
      return produced(definition, { kind: 'jurisdictionTable', unit, total, rows }, counted);
    }
    case 'F1-14':
      return produced(
        definition,
        { kind: 'unverifiedAccounts', ...figures.unverifiedForeignAccounts },
        counted,
      );
    default:
      return undefined;
  }
}

function missingItem(definition: FormItemDefinition, sources: ItemSources): MissingItem {
  if (definition.presence === 'optional' && !sources.optionalItems.has(definition.id)) {
    const status =
      'Not produced: optional, known from memory of the proposal only, not switched on by the policy.';
    return { ...definition, state: 'notProduced', because: 'optionalNotSwitchedOn', status };
  }
  const stand = notBuilt.get(definition.id);
  return stand === undefined
    ? {
        ...definition,
        state: 'notProduced',
        because: 'notSupplied',
        status: 'Not produced: the provider supplied no text.',
      }
    : { ...definition, state: 'notProduced', because: 'notBuilt', status: stand };
}

function produced(
  definition: FormItemDefinition,
  value: ProducedItem['value'],
  status: string,
): ProducedItem {
  return { ...definition, state: 'produced', status, value };
}
