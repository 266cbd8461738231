/**
 * A port of which a test gives only what it expects to be used. Anything else that is asked of it is an error, named,
 * so that a new dependency cannot slip in unnoticed.
 */
export function standIn<Port extends object>(name: string, given: Partial<Port>): Port {
  return new Proxy(given, {
    get(target, property) {
      if (Reflect.has(target, property)) return Reflect.get(target, property) as unknown;
      throw new Error(`${name}.${String(property)} was asked for and this test gives none`);
    },
  }) as Port;
}
