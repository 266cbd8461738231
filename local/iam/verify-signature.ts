import { createHash, timingSafeEqual } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import type { ServiceRequest } from '../servers/service.ts';
import { NodeSha256 } from './node-sha256.ts';

type SignedRequest = Pick<ServiceRequest, 'method' | 'url' | 'headers' | 'body'>;

interface Authorization {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

/**
 * Whether a request carries a true SigV4 `Authorization` header. The age of the signature is not judged: people sign at the
 * machine's time, and the embedded clock stands elsewhere.
 *
 * @param secretFor the secret of an access key id, or `undefined` for one that nobody has
 */
export async function verifySignature(
  request: SignedRequest,
  secretFor: (accessKeyId: string) => string | undefined,
): Promise<boolean> {
  const authorization = parseAuthorization(request.headers.authorization ?? '');
  const signedAt = parseDate(request.headers['x-amz-date'] ?? '');
  const secret = authorization && secretFor(authorization.accessKeyId);
  if (!authorization || signedAt === undefined || secret === undefined) return false;
  if (!authorization.signedHeaders.includes('host') || !bodyFitsItsHash(request)) return false;
  const expected = await sign(request, authorization, secret, signedAt);
  return timingSafeEqual(sha256(expected), sha256(authorization.signature));
}

async function sign(
  request: SignedRequest,
  { accessKeyId, region, service, signedHeaders }: Authorization,
  secretAccessKey: string,
  signingDate: Date,
): Promise<string> {
  const signer = new SignatureV4({
    credentials: { accessKeyId, secretAccessKey },
    region,
    service,
    sha256: NodeSha256,
    applyChecksum: false,
    uriEscapePath: service !== 's3',
  });
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  const query = Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]));
  const headers = Object.fromEntries(signedHeaders.map((name) => [name, request.headers[name] ?? '']));
  const signed = await signer.sign(
    {
      method: request.method,
      protocol: 'http:',
      hostname: 'localhost',
      path: pathname,
      query,
      headers,
      body: request.body,
    },
    { signingDate, signableHeaders: new Set(signedHeaders) },
  );
  return parseAuthorization(signed.headers.authorization ?? '')?.signature ?? '';
}

/** Only the hash is signed, so that a body exchanged beside an unchanged hash header must be caught here. */
function bodyFitsItsHash({ headers, body }: SignedRequest): boolean {
  const declared = headers['x-amz-content-sha256'];
  return declared === undefined || declared === sha256(body).toString('hex');
}

function parseAuthorization(header: string): Authorization | undefined {
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request, *SignedHeaders=([^,]+), *Signature=([0-9a-f]{64})$/.exec(
      header,
    );
  if (!match) return undefined;
  const [, accessKeyId = '', region = '', service = '', signedHeaders = '', signature = ''] = match;
  return { accessKeyId, region, service, signedHeaders: signedHeaders.split(';'), signature };
}

function parseDate(text: string): Date | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (!match) return undefined;
  const [, year, month, day, hour, minute, second] = match;
  const date = new Date(
    `${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}Z`,
  );
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function sha256(data: string | Uint8Array): Buffer {
  return createHash('sha256').update(data).digest();
}
