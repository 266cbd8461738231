/** Paths as `/review/timeoutDays`; items of a list share `*`. */
function joined(path: string, key: string): string {
  return `${path}/${/^\d+$/.test(key) ? '*' : key}`;
}

/** The same value, which notes in `read` the path of everything that is looked at. */
export function recorded<T>(value: T, read: Set<string>, path = ''): T {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get(target, key, receiver) {
      const member: unknown = Reflect.get(target, key, receiver);
      if (typeof key === 'symbol' || !Object.hasOwn(target, key)) return member;
      read.add(joined(path, key));
      return recorded(member, read, joined(path, key));
    },
  });
}

/** The paths of all single values; a list of single values counts as one. */
export function leafPaths(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path.replace(/\/\*$/, '')];
  const paths = Object.entries(value).flatMap(([key, member]: [string, unknown]) =>
    leafPaths(member, joined(path, key)),
  );
  return [...new Set(paths)];
}
