type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/**
 * JSON with the keys of every object in UTF-16 order, so that equal values are equal bytes. Without `indent` it is
 * RFC 8785 for the values reports hold (safe integers, strings, booleans, null); with it, the same order, for people.
 */
export function orderedJson(value: unknown, indent = ''): string {
  return write(value as Json, indent, '');
}

function write(value: Json, indent: string, margin: string): string {
  if (Array.isArray(value)) {
    return enclose('[', ']', value as readonly Json[], indent, margin, (item, inner) =>
      write(item, indent, inner),
    );
  }
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value)
      .filter((member): member is [string, Json] => member[1] !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const colon = indent === '' ? ':' : ': ';
    return enclose('{', '}', members, indent, margin, ([key, member], inner) =>
      [JSON.stringify(key), write(member, indent, inner)].join(colon),
    );
  }
  return JSON.stringify(value);
}

function enclose<T>(
  open: string,
  close: string,
  items: readonly T[],
  indent: string,
  margin: string,
  writeItem: (item: T, inner: string) => string,
): string {
  if (items.length === 0) return open + close;
  const inner = margin + indent;
  const written = items.map((item) => writeItem(item, inner));
  if (indent === '') return open + written.join(',') + close;
  return `${open}\n${inner}${written.join(`,\n${inner}`)}\n${margin}${close}`;
}
