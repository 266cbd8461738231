import { connect } from 'node:net';

// A server on a busy machine answers within this.
const patienceMs = 10_000;
// What it has not said by then, after its last expected answer, it will not say.
const silenceMs = 200;

/**
 * Writes bytes to a socket and reads the status of each answer, until the server closes or stays silent.
 * @param expected how many answers are waited for
 */
export function rawExchange(url: string, text: string | Buffer, expected: number): Promise<number[]> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let heard = '';
    const statuses = () => [...heard.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.setTimeout(expected === 0 ? silenceMs : patienceMs, () => socket.destroy());
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
      if (statuses().length >= expected) socket.setTimeout(silenceMs);
    });
    // A server may reset the connection of a client it does not understand.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      resolve(statuses());
    });
  });
}
