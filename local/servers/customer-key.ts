/**
 * The ARN of a customer's KMS key, from the ARN or the bare key id that a service was configured with, or `undefined`
 * for a key that AWS manages (`alias/aws/...`), on which callers need no grant of their own.
 *
 * @throws RangeError for any other alias: policies speak of key ARNs, and an alias does not tell its key
 */
export function customerKeyArn(
  keyId: string | undefined,
  place: { readonly region: string; readonly account: string },
): string | undefined {
  if (keyId === undefined || /(^|:)alias\/aws\//.test(keyId)) return undefined;
  if (/(^|:)alias\//.test(keyId)) {
    throw new RangeError(
      `the KMS key is given as ${keyId}; the embedded AWS expects the key's ARN or its id, because policies name those`,
    );
  }
  return keyId.startsWith('arn:') ? keyId : `arn:aws:kms:${place.region}:${place.account}:key/${keyId}`;
}
