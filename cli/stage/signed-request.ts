import { SignatureV4 } from '@smithy/signature-v4';
import { NodeSha256 } from '../../local/iam/node-sha256.ts';

export interface Signer {
  readonly region: string;
  readonly credentials: SignerCredentials;
}

export interface SignerCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

export interface ApiAnswer {
  readonly status: number;
  readonly body: unknown;
}

const answerWithinMs = 30_000;

/** Calls the HTTP API as the one whose credentials sign (SigV4, service `execute-api`). */
export async function signedRequest(
  signer: Signer,
  method: 'GET' | 'POST',
  url: URL,
  body?: unknown,
): Promise<ApiAnswer> {
  const signature = new SignatureV4({
    credentials: signer.credentials,
    region: signer.region,
    service: 'execute-api',
    sha256: NodeSha256,
  });
  const text = body === undefined ? '' : JSON.stringify(body);
  const { headers } = await signature.sign({
    method,
    protocol: url.protocol,
    hostname: url.hostname,
    path: url.pathname,
    query: {},
    headers: { host: url.host, ...(text ? { 'content-type': 'application/json' } : {}) },
    ...(text ? { body: text } : {}),
  });
  const { host: _host, ...sent } = headers;
  const response = await fetch(url, {
    method,
    headers: sent,
    ...(text ? { body: text } : {}),
    signal: AbortSignal.timeout(answerWithinMs),
  });
  return { status: response.status, body: parse(await response.text()) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
