import type { JsonMap } from '../json.ts';
import { readTaskResource } from '../task-resource.ts';
import type { Faults } from './faults.ts';

/** Only what the embedded AWS can call is let in, and every wait for somebody else has an end. */
export function checkTask(state: JsonMap, place: string, faults: Faults): void {
  if (typeof state.Resource !== 'string') {
    faults.add(place, 'Resource is missing');
    return;
  }
  const resource = readTaskResource(state.Resource);
  if ('refused' in resource) {
    faults.add(place, resource.refused);
    return;
  }
  if (resource.mode !== 'waitForTaskToken') return;
  for (const field of ['TimeoutSeconds', 'HeartbeatSeconds']) {
    if (state[field] === undefined) {
      faults.add(place, `waits for a task token without ${field}; a wait for somebody must have an end`);
    }
  }
}
