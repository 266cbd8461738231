import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { verifyDelivery } from '../../adapters/webhooks/standard-webhooks.ts';

const ReceivedNotice = z.object({
  id: z.string(),
  type: z.string(),
  account: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
});
export type ReceivedNotice = z.infer<typeof ReceivedNotice>;

const Line = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('taken'), notice: ReceivedNotice }),
  z.object({ kind: z.enum(['repeated', 'turnedAway', 'unverified']), id: z.string() }),
]);
type Line = z.infer<typeof Line>;

const Body = z.object({ type: z.string(), data: z.record(z.string(), z.unknown()) });

export interface NoticeReceiverOptions {
  /** File that keeps what came, a line each, across restarts. */
  readonly file: string;
  readonly now: () => Date;
  /** Secrets that count; none before they are known, and then nothing is taken. */
  readonly secrets: () => readonly string[];
  /** Accounts whose first notice is answered with 500, as by a provider that is down. */
  readonly downFor?: ReadonlySet<string>;
  readonly onNotice?: (notice: ReceivedNotice) => void;
}

/** Stands in for the provider: takes signed notices, each once, and writes them down before it says so. */
export class NoticeReceiver {
  readonly #options: NoticeReceiverOptions;
  readonly #server: Server;
  readonly #taken = new Map<string, ReceivedNotice>();
  readonly #turnedAway = new Set<string>();
  #unverified = 0;

  constructor(options: NoticeReceiverOptions) {
    this.#options = options;
    for (const line of linesOf(options.file)) this.#remember(line);
    this.#server = createServer((message, response) => {
      void this.#answer(message)
        .catch(() => 500)
        .then((status) => response.writeHead(status).end());
    });
  }

  /** @param port taken again after a restart, so that notices on their way find the receiver */
  async listen(port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/notices`;
  }

  /** Every notice that was taken, each once, in the order of its arrival. */
  notices(): ReceivedNotice[] {
    return [...this.#taken.values()];
  }

  /** Ids of notices that were turned away once and taken later. */
  takenAtSecondTry(): string[] {
    return [...this.#turnedAway].filter((id) => this.#taken.has(id));
  }

  get unverified(): number {
    return this.#unverified;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => {
      this.#server.close(() => {
        resolve();
      });
    });
  }

  async #answer(message: IncomingMessage): Promise<number> {
    const body = await bytesOf(message);
    const id = header(message, 'webhook-id');
    const [timestamp, signature] = [
      header(message, 'webhook-timestamp'),
      header(message, 'webhook-signature'),
    ];
    const { secrets, now } = this.#options;
    // Notices of an execution that goes on after a restart may come before the secret is known.
    if (secrets().length === 0) return 503;
    if (verifyDelivery({ id, timestamp, signature }, body, secrets(), now()) !== 'authentic') {
      this.#note({ kind: 'unverified', id });
      return 401;
    }
    const { type, data } = Body.parse(JSON.parse(body.toString('utf8')));
    const account = typeof data.account === 'string' ? data.account : null;
    if (this.#isDown(account)) {
      this.#note({ kind: 'turnedAway', id });
      return 500;
    }
    if (this.#taken.has(id)) this.#note({ kind: 'repeated', id });
    else {
      this.#note({ kind: 'taken', notice: { id, type, account, data } });
      this.#options.onNotice?.({ id, type, account, data });
    }
    return 204;
  }

  #isDown(account: string | null): boolean {
    return account !== null && this.#turnedAway.size === 0 && (this.#options.downFor?.has(account) ?? false);
  }

  #note(line: Line): void {
    appendFileSync(this.#options.file, `${JSON.stringify(line)}\n`);
    this.#remember(line);
  }

  #remember(line: Line): void {
    if (line.kind === 'taken') this.#taken.set(line.notice.id, line.notice);
    if (line.kind === 'turnedAway') this.#turnedAway.add(line.id);
    if (line.kind === 'unverified') this.#unverified += 1;
  }
}

/** The whole lines of the file; a kill may have left the last one in half. */
function linesOf(file: string): Line[] {
  if (!existsSync(file)) return [];
  const whole = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return whole.flatMap((text) => {
    const parsed = Line.safeParse(parse(text));
    return parsed.success ? [parsed.data] : [];
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of message) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

function header(message: IncomingMessage, name: string): string {
  const value = message.headers[name];
  return typeof value === 'string' ? value : '';
}
