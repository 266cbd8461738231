import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signDelivery } from '../../adapters/webhooks/standard-webhooks.ts';

export interface Asked {
  readonly id: string;
  readonly body: Buffer;
  readonly headers: IncomingMessage['headers'];
}

/** What the vendor does with a request; `null`: it lets the caller wait until the server closes. */
export type Reply = {
  readonly status: number;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
} | null;

/** An outside provider on loopback that behaves as it is told. */
export class Vendor {
  readonly secret = Buffer.alloc(32, 'v').toString('base64');
  readonly asked: Asked[] = [];
  readonly #server: Server;
  #url = '';

  constructor(reply: (asked: Asked) => Reply | Promise<Reply>) {
    this.#server = createServer((request, response) => {
      void this.#serve(request, response, reply);
    });
  }

  get url(): string {
    return this.#url;
  }

  /** An answer with the signature that belongs to it. */
  signed(id: string, body: string, at: Date, secret = this.secret): Reply {
    return { status: 200, body, headers: signDelivery(id, Buffer.from(body), secret, at) };
  }

  async listen(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/checks`;
    return this;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #serve(
    request: IncomingMessage,
    response: ServerResponse,
    reply: (asked: Asked) => Reply | Promise<Reply>,
  ) {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const asked = {
      id: String(request.headers['webhook-id']),
      body: Buffer.concat(chunks),
      headers: request.headers,
    };
    this.asked.push(asked);
    const answer = await reply(asked);
    if (answer !== null) response.writeHead(answer.status, answer.headers).end(answer.body);
  }
}
