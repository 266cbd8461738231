import type { JsonObject } from '../json-protocol.ts';

interface UpdateSection {
  readonly type: string;
  readonly path: readonly (string | number)[];
}

/**
 * AWS reads list positions in an update as those of the item before it; dynalite applies one section after the other.
 * Removing last, and from the end, gives AWS's result.
 */
export function inOriginalOrder(data: JsonObject): JsonObject {
  const updates = data._updates as { readonly sections: readonly UpdateSection[] } | undefined;
  if (!updates) return data;
  return { ...data, _updates: { ...updates, sections: updates.sections.toSorted(removalsLast) } };
}

function removalsLast(left: UpdateSection, right: UpdateSection): number {
  const leftRemoves = left.type === 'remove' ? 1 : 0;
  const rightRemoves = right.type === 'remove' ? 1 : 0;
  if (leftRemoves !== rightRemoves) return leftRemoves - rightRemoves;
  const [leftEnd, rightEnd] = [left.path.at(-1), right.path.at(-1)];
  return typeof leftEnd === 'number' && typeof rightEnd === 'number' && leftRemoves ? rightEnd - leftEnd : 0;
}
