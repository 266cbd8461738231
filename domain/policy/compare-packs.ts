import type { PolicyPack } from './read-policy-pack.ts';

export type PackChange =
  | { readonly change: 'added'; readonly place: string; readonly after: unknown; readonly concerns: Concern }
  | {
      readonly change: 'removed';
      readonly place: string;
      readonly before: unknown;
      readonly concerns: Concern;
    }
  | {
      readonly change: 'changed';
      readonly place: string;
      readonly before: unknown;
      readonly after: unknown;
      readonly concerns: Concern;
    };

/** Whom a change reaches, as far as a pack can tell. Who of them would be decided otherwise only a backtest says. */
export type Concern =
  'foreignParties' | 'everyParty' | 'openCases' | 'restrictedAccounts' | 'reports' | 'lists' | 'readers';

/**
 * What differs between two packs or two versions of one: rows of `rules`, deadlines and other lists with ids are matched by id, not by
 * place. Each change names its place as a JSON Pointer, with ids in it where there are any.
 */
export function comparePacks(before: PolicyPack, after: PolicyPack): PackChange[] {
  return [...changes(content(before), content(after), '')];
}

function content({ digest: _digest, ...pack }: PolicyPack): Omit<PolicyPack, 'digest'> {
  return pack;
}

function* changes(before: unknown, after: unknown, place: string): Generator<PackChange> {
  const [left, right] = [membersOf(before), membersOf(after)];
  if (!left || !right) {
    if (JSON.stringify(before) !== JSON.stringify(after)) {
      yield { change: 'changed', place, before, after, concerns: concernOf(place) };
    }
    return;
  }
  for (const [key, value] of left) {
    const there = `${place}/${key}`;
    const other = right.get(key);
    if (other === undefined)
      yield { change: 'removed', place: there, before: value, concerns: concernOf(there) };
    else yield* changes(value, other, there);
  }
  for (const [key, value] of right) {
    const there = `${place}/${key}`;
    if (!left.has(key)) yield { change: 'added', place: there, after: value, concerns: concernOf(there) };
  }
}

/** Members by key, or by what names them in a list; null for what is compared as one value. */
function membersOf(value: unknown): Map<string, unknown> | null {
  if (typeof value !== 'object' || value === null) return null;
  if (!Array.isArray(value)) return new Map(Object.entries(value));
  const named = value.map((item: unknown) => [nameOf(item), item] as const);
  const names = named.map(([name]) => name);
  if (names.includes(null) || new Set(names).size < names.length) return null;
  return new Map(named as [string, unknown][]);
}

function nameOf(item: unknown): string | null {
  if (typeof item !== 'object' || item === null) return null;
  const { id, code, rule, measure } = item as Record<string, unknown>;
  const name = id ?? code ?? measure ?? rule;
  return typeof name === 'string' ? name : null;
}

/** The first part of the pointer that fits. */
const concerns: readonly (readonly [place: RegExp, concern: Concern])[] = [
  [/^\/(?:requiredFields|beneficialOwner|exemption)/, 'foreignParties'],
  [/^\/(?:ownership|places|headquarters|matcher|rescreening|dispositions|risk|verification)/, 'everyParty'],
  [/^\/(?:review|redFlags)/, 'openCases'],
  [/^\/(?:permissions|programme|deadlines)/, 'restrictedAccounts'],
  [/^\/(?:certificationCounts|withdrawal)/, 'reports'],
  [/^\/listGate/, 'lists'],
  [/^\/(?:status|dormant)$/, 'everyParty'],
];

function concernOf(place: string): Concern {
  return concerns.find(([form]) => form.test(place))?.[1] ?? 'readers';
}
