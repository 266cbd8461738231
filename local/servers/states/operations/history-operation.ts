import type { Json } from '../../../asl/json.ts';
import type { JsonObject } from '../../json-protocol.ts';
import type { Execution } from '../store/execution-store.ts';
import type { HistoryStore, StoredEvent } from '../store/history-store.ts';
import { pagingOf, seconds } from './inputs.ts';

/** GetExecutionHistory: events in order or, with `reverseOrder`, the newest first. */
export function historyOperation(history: HistoryStore, execution: Execution, input: JsonObject): unknown {
  const { limit, after } = pagingOf(input);
  const isReverse = input.reverseOrder === true;
  const from = after ?? (isReverse ? Number.MAX_SAFE_INTEGER : 0);
  const found = history.page(execution.arn, { from, limit: limit + 1, isReverse });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    events: page.map((event) => told(event)),
    ...(found.length > limit && last ? { nextToken: String(last.id) } : {}),
  };
}

function told({ id, previousId, type, at, details }: StoredEvent): unknown {
  const members = JSON.parse(details) as Record<string, Json>;
  const isBare = Object.keys(members).length === 0;
  return {
    ...{ id, previousEventId: previousId, type, timestamp: seconds(at) },
    ...(isBare ? {} : { [detailsMember(type)]: members }),
  };
}

/** All states share one member for entering and one for leaving; other events have one of their own name. */
function detailsMember(type: string): string {
  if (type.endsWith('StateEntered')) return 'stateEnteredEventDetails';
  if (type.endsWith('StateExited')) return 'stateExitedEventDetails';
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`;
}
