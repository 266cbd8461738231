import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

export interface ReceivedNotice {
  readonly id: string;
  readonly type: string;
  readonly body: string;
}

/**
 * The provider's end of the notices: an endpoint that takes what is signed and writes it down. The signature is checked
 * by the Standard Webhooks library and not by our own code.
 */
export class ReceivingProvider {
  readonly secret = Buffer.alloc(33, 'k').toString('base64');
  readonly received: ReceivedNotice[] = [];
  /** Answers 503 to everything while true. */
  isDown = false;
  /** Bodies whose signature the library refused. */
  readonly refused: string[] = [];
  readonly #server: Server;
  #url = '';

  constructor() {
    const webhook = new Webhook(this.secret);
    this.#server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        if (this.isDown) return void response.writeHead(503).end();
        const body = Buffer.concat(chunks).toString('utf8');
        const headers = request.headers as Record<string, string>;
        if (!isSigned(webhook, body, headers)) this.refused.push(body);
        else this.#take(headers['webhook-id'] ?? '', body);
        response.writeHead(204).end();
      });
    });
  }

  get url(): string {
    return this.#url;
  }

  /** How often each notice came, by its id. */
  counts(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const { id } of this.received) counts.set(id, (counts.get(id) ?? 0) + 1);
    return counts;
  }

  /** Types of the notices about one account, in the order they came. */
  typesAbout(account: string): string[] {
    return this.received
      .filter(({ body }) => body.includes(`"account":"${account}"`))
      .map(({ type }) => type);
  }

  async listen(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/notices`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #take(id: string, body: string): void {
    const { type } = JSON.parse(body) as { type: string };
    this.received.push({ id, type, body });
  }
}

/** The library reads the machine's clock, and the test has one of its own: so only the signature is asked for. */
function isSigned(webhook: Webhook, body: string, headers: Record<string, string>): boolean {
  const { 'webhook-id': id = '', 'webhook-timestamp': timestamp = '0', 'webhook-signature': given } = headers;
  return webhook.sign(id, new Date(Number(timestamp) * 1000), body) === given;
}
