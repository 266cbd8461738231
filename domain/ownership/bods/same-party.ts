import type { NewestRecords } from './newest-records.ts';

interface Identified {
  readonly recordId: string;
  readonly keys: readonly string[];
}

/**
 * Records of one real party, joined where they have an identifier of the same scheme in common. Names join nobody: two
 * people may have one name.
 * @returns record → the record that stands for all of them: the first by id
 */
export function sameParties({
  entities,
  persons,
}: Pick<NewestRecords, 'entities' | 'persons'>): Map<string, string> {
  const records: Identified[] = [...entities, ...persons]
    .map(([recordId, { recordType, recordDetails }]) => ({
      recordId,
      keys: (recordDetails.identifiers ?? []).flatMap(({ id, scheme, schemeName }) => {
        const issuer = scheme ?? schemeName;
        return id && issuer ? [JSON.stringify([recordType, issuer, id])] : [];
      }),
    }))
    .sort((left, right) => (left.recordId < right.recordId ? -1 : 1));
  const parents = new Map(records.map(({ recordId }) => [recordId, recordId]));
  const root = (recordId: string): string => {
    let at = recordId;
    for (let up = parents.get(at) ?? at; up !== at; up = parents.get(at) ?? at) at = up;
    return at;
  };
  const byKey = new Map<string, string>();
  for (const { recordId, keys } of records) {
    for (const key of keys) {
      const [one, other] = [root(byKey.get(key) ?? recordId), root(recordId)];
      byKey.set(key, one < other ? one : other);
      parents.set(one < other ? other : one, one < other ? one : other);
    }
  }
  return new Map(records.map(({ recordId }) => [recordId, root(recordId)]));
}
