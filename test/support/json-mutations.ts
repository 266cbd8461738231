import fc from 'fast-check';

type Place = readonly (string | number)[];

/**
 * One change somewhere in a document: a member or an item replaced by any JSON value or text, taken out, or put in.
 * Seldom, the change is none.
 */
export function mutationOf(document: unknown): fc.Arbitrary<unknown> {
  const places = placesIn(document);
  return fc
    .record({
      place: fc.constantFrom(...places),
      change: fc.constantFrom('replace', 'remove', 'add'),
      value: fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.string(), fc.integer()),
      key: fc.oneof(fc.constantFrom('__proto__', 'constructor', 'extra'), fc.string()),
    })
    .map(({ place, change, value, key }) => {
      const copy = structuredClone(document);
      apply(copy, place, change, key, value);
      return copy;
    });
}

function placesIn(value: unknown, place: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => {
    const inner = [...place, Array.isArray(value) ? Number(key) : key];
    return [inner, ...placesIn(member, inner)];
  });
}

function apply(document: unknown, place: Place, change: string, key: string, value: unknown): void {
  const holder = place.slice(0, -1).reduce<unknown>((at, part) => Reflect.get(at as object, part), document);
  const last = place.at(-1) ?? '';
  if (change === 'replace') define(holder as object, last, value);
  else if (Array.isArray(holder)) {
    if (change === 'remove') holder.splice(Number(last), 1);
    else holder.push(value);
  } else if (change === 'remove') Reflect.deleteProperty(holder as object, last);
  else define(holder as object, key, value);
}

/** As JSON.parse does it: `__proto__` is a member like any other. */
function define(holder: object, key: string | number, value: unknown): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}
