export interface Difference {
  /** RFC 6901 JSON Pointer; empty for the whole. */
  readonly pointer: string;
  /** JSON texts, or `nothing`. */
  readonly expected: string;
  readonly found: string;
}

const longestShown = 300;

/** The first place, in the order of what was expected, where two JSON values part; `null` when they are equal. */
export function firstDifference(expected: unknown, found: unknown, pointer = ''): Difference | null {
  if (!isContainer(expected) || !isContainer(found) || Array.isArray(expected) !== Array.isArray(found)) {
    return Object.is(expected, found) ? null : { pointer, expected: shown(expected), found: shown(found) };
  }
  for (const key of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    const place = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const difference = firstDifference(own(expected, key), own(found, key), place);
    if (difference !== null) return difference;
  }
  return null;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function own(value: object, key: string): unknown {
  return Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
