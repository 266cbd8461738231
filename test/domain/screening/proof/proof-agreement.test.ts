import { describe, expect, it } from 'vitest';
import {
  disagreementText,
  rowsAgainstRecord,
  type PlacedRow,
} from '../../../../domain/screening/proof/proof-agreement.ts';
import { recordedScreenings } from '../../../../domain/screening/proof/stored-screening.ts';
import { resultRow } from '../../../../domain/screening/rows/screen-row.ts';
import { compiledScreener } from '../../../support/compiled-screener.ts';
import { shippedThreshold } from '../../../support/shipped-threshold.ts';
import { listed } from '../listed.ts';

const petrov = listed('1', 'PETROV, Sergey Ivanovich', { countries: ['RU'] });
const screener = compiledScreener([petrov], 'a'.repeat(64), { threshold: shippedThreshold });
const query = { kind: 'individual', name: 'Sergey Petrov', countries: ['RU'] } as const;
const screening = screener.screen(query);
const row = resultRow('2/p_1', query, screening);
const recorded = recordedScreenings('2', { parties: [{ id: 'p_1', sequence: 1, screening }] });

const placed = (value: unknown): PlacedRow => ({ place: 'results-1.ndjson line 1', value });
const faultsOf = (rows: readonly unknown[], notReplayable: readonly { readonly id: string }[] = []) =>
  rowsAgainstRecord(recorded, rows.map(placed), notReplayable);

describe('a recorded screening', () => {
  it('is proven by one row that is equal to it, whatever OFAC’s own score is', () => {
    expect(row.outcome).toBe('possibleMatch');
    expect(faultsOf([row])).toEqual([]);
  });

  it('needs no row where it is said why there is none', () => {
    expect(faultsOf([], [{ id: '2/p_1' }])).toEqual([]);
  });

  it('is missed when it has neither', () => {
    expect(faultsOf([])).toEqual([{ id: '2/p_1', because: 'missing' }]);
  });

  it.each([
    ['a second row', [row, row], []],
    ['a row and a reason why there is none', [row], [{ id: '2/p_1' }]],
  ])('has no room for %s', (_, rows, notReplayable) => {
    expect(faultsOf(rows, notReplayable)).toEqual([{ id: '2/p_1', because: 'surplus' }]);
  });

  it.each([
    ['/outcome', { outcome: 'clear', matches: [] }],
    [
      '/matches/0/score',
      { matches: 'matches' in row ? row.matches.map((each) => ({ ...each, score: 0 })) : [] },
    ],
    ['/queryDigest', { queryDigest: '0'.repeat(64) }],
    ['/listDigest', { listDigest: '0'.repeat(64) }],
    ['/indexDigest', { indexDigest: '0'.repeat(64) }],
    ['/matcherVersion', { matcherVersion: 'other' }],
    ['/threshold', { threshold: 1 }],
  ])('is contradicted by a row of another %s, which is named', (pointer, other) => {
    const [fault, ...more] = faultsOf([{ ...row, ...other }]);
    expect(more).toEqual([]);
    expect(fault).toMatchObject({ id: '2/p_1', because: 'contradicts', pointer });
  });

  it('is not proven by a line that is no row, nor by a row of another party', () => {
    expect(faultsOf(['row', { ...row, id: '2/p_2' }])).toEqual([
      { id: 'results-1.ndjson line 1', because: 'notARow' },
      { id: '2/p_1', because: 'missing' },
      { id: '2/p_2', because: 'surplus' },
    ]);
  });

  it('that this version cannot read is shown by no row', () => {
    const unreadable = recordedScreenings('2', { parties: [{ id: 'p_1', sequence: 1, screening: {} }] });
    const [fault] = rowsAgainstRecord(unreadable, [placed(row)], []);
    expect(fault && disagreementText(fault)).toMatch(
      /^2\/p_1: the whole row: expected nothing as determined/,
    );
  });
});
