import '../support/quiet-functions.ts';
import { acceptLists } from '../../lambdas/accept-lists/accept-lists.ts';
import { listCompiler } from '../../lambdas/runtime/compiled-lists.ts';
import { policies } from '../../lambdas/runtime/policies.ts';
import { currentScreener } from '../../lambdas/screen-parties/current-screener.ts';
import { InMemoryIndexes } from '../support/in-memory-indexes.ts';
import { InMemoryLists } from '../support/in-memory-lists.ts';
import { InMemoryTransactions } from '../support/in-memory-transactions.ts';
import { openGate } from '../domain/lists/open-gate.ts';

type Gate = typeof policies.provider.listGate;
type ListGate = Gate['lists']['own'];

/** A gate that lets every list pass which is not empty, with the exceptions given. */
export function gateOf(exceptions: Partial<Record<keyof Gate['lists'], Partial<ListGate>>> = {}): Gate {
  const { lists } = policies.provider.listGate;
  const names = Object.keys(lists) as (keyof Gate['lists'])[];
  const gates = names.map((list) => [list, { ...openGate, ...exceptions[list] }]);
  return {
    ...policies.provider.listGate,
    lists: Object.fromEntries(gates) as Gate['lists'],
    consolidatedSources: ['Specially Designated Nationals (SDN)'],
  };
}

/** A compiler under a matcher version of one's choice, as after a deployment. */
export function compilerOf(counts: Readonly<Record<string, number>> = {}) {
  return listCompiler({ names: 1000, counts: { company: 100, ...counts } });
}

/** The gate and the screener over lists in memory. */
export function listGateway(gate: Gate = gateOf()) {
  const records = new InMemoryTransactions();
  const [lists, indexes] = [new InMemoryLists(records), new InMemoryIndexes()];
  const rescreened: string[] = [];
  const shared = {
    ...{ lists, indexes, compiler: compilerOf(), commit: records.commit },
    now: () => new Date('2026-03-01T12:00:00Z'),
  };
  const accept = acceptLists({
    ...{ ...shared, gate },
    rescreen: (digest) => {
      rescreened.push(digest);
      return Promise.resolve();
    },
  });
  const screener = (compiler = shared.compiler) =>
    currentScreener({ lists, indexes, compiler, policy: policies.provider });
  return { ...shared, records, entries: records.entries, rescreened, accept, screener };
}
