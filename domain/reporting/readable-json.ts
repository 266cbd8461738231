import { canonicalJson } from '../audit/canonical-json.ts';

/** JSON for people and for digests alike: keys in the order of RFC 8785, two spaces, one line feed at the end. */
export function readableJson(value: unknown): string {
  return `${JSON.stringify(JSON.parse(canonicalJson(value)), null, 2)}\n`;
}
