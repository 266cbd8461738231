import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Service, ServiceRequest, ServiceResponse } from './service.ts';

/** `Credential=AKID/20260101/us-east-1/dynamodb/aws4_request`, in the header or in a presigned query. */
const credentialScope = /Credential=([^/&,\s]+)\/\d{8}\/[^/]+\/([^/]+)\/aws4_request/;

/**
 * One loopback endpoint for every emulated service, so that a single `AWS_ENDPOINT_URL` reaches them all.
 * The request's own signature says which service it is for and who sent it; an unsigned request is refused.
 */
export class Gateway {
  readonly #services: ReadonlyMap<string, Service>;
  readonly #server: Server;

  constructor(services: readonly Service[]) {
    this.#services = new Map(services.map((service) => [service.signingName, service]));
    this.#server = createServer((message, response) => {
      this.#answer(message).then(
        (answer) => {
          send(response, answer);
        },
        (error: unknown) => {
          // A fault of ours, not an answer of AWS: say so plainly and let the SDK's retry see a 500.
          const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
          send(response, { status: 500, headers: {}, body: `embedded AWS fault: ${detail}` });
        },
      );
    });
  }

  /** Listens on 127.0.0.1, where the SDK uses path-style S3 addresses, and returns the endpoint's URL. */
  async listen(port = 0): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => {
      this.#server.close(() => {
        resolve();
      });
    });
  }

  async #answer(message: IncomingMessage): Promise<ServiceResponse> {
    const body = await readBody(message);
    const url = message.url ?? '/';
    const headers = flatten(message);
    const scope = credentialScope.exec(headers.authorization ?? decodeURIComponent(url));
    if (!scope) return plain(403, 'MissingAuthenticationToken: every request to the embedded AWS is signed');
    const [, accessKeyId = '', signingName = ''] = scope;
    const service = this.#services.get(signingName);
    if (!service) return plain(501, `the service ${signingName} is not emulated`);
    const request: ServiceRequest = { method: message.method ?? 'GET', url, headers, body, accessKeyId };
    return service.handle(request);
  }
}

async function readBody(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function flatten(message: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(message.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(',') : (value ?? ''),
    ]),
  );
}

function plain(status: number, body: string): ServiceResponse {
  return { status, headers: { 'content-type': 'text/plain' }, body };
}

function send(response: ServerResponse, answer: ServiceResponse): void {
  // The header would carry the machine's time, and SDK clients in simulated time would set their signing clock by it.
  response.sendDate = false;
  response.writeHead(answer.status, answer.headers);
  response.end(answer.body);
}
