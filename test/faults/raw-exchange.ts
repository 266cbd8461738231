import { connect } from 'node:net';

// What a server does not answer within this, it will not answer: an unfinished request waits for its rest.
const silenceMs = 300;

/** Writes bytes to a socket and reads the status of each answer until the server closes or stays silent. */
export function rawExchange(url: string, text: string | Buffer): Promise<number[]> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.setTimeout(silenceMs, () => socket.destroy());
    socket.on('data', (chunk) => chunks.push(chunk));
    // A server may reset the connection of a client it does not understand.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      const answers = Buffer.concat(chunks)
        .toString('latin1')
        .matchAll(/HTTP\/1\.1 (\d{3}) /g);
      resolve([...answers].map(([, status]) => Number(status)));
    });
  });
}
