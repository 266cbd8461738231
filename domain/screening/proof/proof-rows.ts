import { queryDigest } from '../query-digest.ts';
import type { QueryRow } from '../rows/query-row.ts';
import type { ResultRow } from '../rows/result-row.ts';
import { queryFrom } from '../rows/screened-party.ts';
import { resultRow } from '../rows/screen-row.ts';
import type { ScreeningProof, ScreeningQuery } from '../screening.ts';
import type { RecordedScreening } from './stored-screening.ts';

/** What every row of one replay was found with. */
export type ProofBasis = Omit<ScreeningProof, 'queryDigest'>;

export interface Replayable {
  readonly basis: ProofBasis;
  readonly query: QueryRow;
  readonly result: ResultRow;
}

/** Why nothing can be shown of a recorded screening. None of these may ever be read as equal. */
export type NotReplayableReason = 'erased' | 'nobodyLooked' | 'otherForm' | 'otherFacts';

export interface NotReplayable {
  readonly id: string;
  readonly because: NotReplayableReason;
  /** Ids and digests only. */
  readonly detail: string;
}

/**
 * A recorded screening as the rows that `kyc replay` reads.
 * @param query what the version of the party is screened with, unsealed; null where nobody can unseal it any more
 */
export function proofRow(
  recorded: RecordedScreening,
  query: ScreeningQuery | null,
): Replayable | NotReplayable {
  const { id, party, sequence, screening } = recorded;
  const no = (because: NotReplayableReason, detail: string): NotReplayable => ({ id, because, detail });
  if (screening === null || party === null)
    return no(
      'otherForm',
      'the record has a form that this version does not read: take the version that does',
    );
  const { listDigest, indexDigest, matcherVersion, threshold } = screening;
  if (listDigest === null || indexDigest === null) {
    const why = screening.outcome === 'notScreened' ? screening.because : screening.outcome;
    return no('nobodyLooked', `${why}: no list was searched, so there is nothing to find again`);
  }
  const facts = `the facts of party ${party}, version ${sequence},`;
  if (query === null) return no('erased', `${facts} are erased or damaged, and nobody can unseal them`);
  const row = queryRow(id, query);
  // Through the row, since that is what will be read again.
  const found = queryDigest(queryFrom(row, () => undefined));
  if (found !== screening.queryDigest) {
    return no(
      'otherFacts',
      `${facts} are not what was screened: expected the query digest ${screening.queryDigest}, found ${found}`,
    );
  }
  const basis = { listDigest, indexDigest, matcherVersion, threshold };
  return { basis, query: row, result: resultRow(id, query, screening) };
}

function queryRow(id: string, query: ScreeningQuery): QueryRow {
  const { otherNames, countries, identifiers, ...rest } = query;
  return {
    ...{ id, ...rest },
    ...(otherNames ? { otherNames: [...otherNames] } : {}),
    ...(countries ? { countries: [...countries] } : {}),
    ...(identifiers ? { identifiers: identifiers.map((identifier) => ({ ...identifier })) } : {}),
  };
}

export interface ReplayableGroup {
  readonly basis: ProofBasis;
  readonly rows: readonly Replayable[];
}

/** By what they were found with, in the order in which each basis first came: one replay has one basis. */
export function groupByBasis(rows: readonly Replayable[]): ReplayableGroup[] {
  const groups = Map.groupBy(rows, ({ basis: { listDigest, indexDigest, matcherVersion, threshold } }) =>
    [listDigest, indexDigest, matcherVersion, threshold].join('\n'),
  );
  return [...groups.values()].flatMap((together) => {
    const [first] = together;
    return first ? [{ basis: first.basis, rows: together }] : [];
  });
}
