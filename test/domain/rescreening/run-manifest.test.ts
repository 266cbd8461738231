import { describe, expect, it } from 'vitest';
import { shardsOf } from '../../../domain/rescreening/owner-shard.ts';
import { closeRun } from '../../../domain/rescreening/run-manifest.ts';
import { aPlan, shardResult } from './rescreening-samples.ts';

const completedAt = '2026-03-02T03:40:00.000Z';
const all = shardsOf(1).map((shard) => shardResult(shard));
const close = (results: typeof all) => () => closeRun(aPlan(), results, completedAt, 16);

describe('closing a run', () => {
  it('adds up what every shard had, in the order of the shards whatever order they came in', () => {
    const manifest = closeRun(aPlan(), [...all].reverse(), completedAt, 16);
    expect(manifest).toMatchObject({ ownersIn: 32, resultsOut: 32, outcomes: { clear: 32 } });
    expect(manifest.shards.map(({ shard }) => shard)).toEqual(shardsOf(1));
  });

  it('fails, naming the shard, when one has no results', () => {
    expect(close(all.filter(({ shard }) => shard !== 'b'))).toThrow('shard b has no results');
  });

  it('fails when a shard has results twice, or was never planned', () => {
    expect(close([...all, shardResult('3')])).toThrow('shard 3 has results twice');
    expect(close([...all, shardResult('3f')])).toThrow('shard 3f was not planned');
  });

  it('fails when an owner has two results, or a result has no known outcome', () => {
    const short = all.map((each) => (each.shard === '7' ? { ...each, ownersIn: 3 } : each));
    expect(close(short)).toThrow('shard 7: 3 owners, 2 results, 2 of a known outcome');
    const strange = { clear: 1, possibleMatch: 0, notScreened: 0 };
    expect(close(all.map((each) => ({ ...each, outcomes: strange })))).toThrow('and 11 more');
  });
});
