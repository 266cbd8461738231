import type { Fault } from '../validation/faults.ts';
import { claimsOfForce } from './claims-of-force.ts';
import { clauseRowIds } from './clause-rows.ts';
import type { PolicyPack } from './read-policy-pack.ts';

export interface PackFault extends Fault {
  /** Id of the pack; null where the fault is of the packs together. */
  readonly pack: string | null;
}

/**
 * What is wrong with packs that are each well formed: two of one id, rows without a clause, own terms that settle
 * nothing, open terms that nobody settles, words that make law of a proposal.
 * @param packs all that a deployment decides under
 */
export function checkPacks(packs: readonly PolicyPack[]): PackFault[] {
  return [
    ...doubles(packs),
    ...packs.flatMap((pack) => claimsOfForce(pack).map((fault) => ({ pack: pack.id, ...fault }))),
    ...rowsWithoutClause(packs),
    ...strayTerms(packs),
  ];
}

function doubles(packs: readonly PolicyPack[]): PackFault[] {
  const ids = packs.map(({ id }) => id);
  const twice = new Set(ids.filter((id, place) => ids.indexOf(id) !== place));
  return [...twice].map((pack) => ({ pack, pointer: '/id', problem: 'must be the id of one pack only' }));
}

function rowsWithoutClause(packs: readonly PolicyPack[]): PackFault[] {
  const answered = new Set(
    packs.flatMap(({ rules }) => rules.flatMap(({ ruleRow, alsoFor = [] }) => [ruleRow, ...alsoFor])),
  );
  return clauseRowIds
    .filter((row) => !answered.has(row))
    .map((row) => ({
      pack: null,
      pointer: '',
      problem: `row ${row} must have a clause in one of the packs`,
    }));
}

/** An own term settles an open one; a term that has its number is not to be set again. */
function strayTerms(packs: readonly PolicyPack[]): PackFault[] {
  const terms = packs.flatMap((pack) => (pack.kind === 'identification' ? pack.deadlines : []));
  return packs.flatMap((pack) => {
    if (pack.kind !== 'provider') return [];
    return pack.deadlines.terms.flatMap(({ settles }, index) => {
      const settled = terms.find(({ id }) => id === settles);
      if (settled?.amount === null) return [];
      const problem = settled
        ? `must settle an open deadline; ${settles} has its term already`
        : `must settle a deadline of an identification pack; there is no ${settles}`;
      return [{ pack: pack.id, pointer: `/deadlines/terms/${index}/settles`, problem }];
    });
  });
}
