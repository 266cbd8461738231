import type { SequencerPorts } from '../../domain/audit/sequencer-ports.ts';

/** The process ended here. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** `before`: the call has no effect; `half`: of a list, only the first half; `after`: all of it, but no answer. */
export type Moment = 'before' | 'half' | 'after';

/** Ports of a process that stops at its `call`-th call of any port, counted from 1, and then does nothing more. */
export class InterruptedPorts {
  calls = 0;
  readonly ports: SequencerPorts;
  readonly #call: number;
  readonly #moment: Moment;

  constructor(ports: SequencerPorts, call: number, moment: Moment) {
    this.#call = call;
    this.#moment = moment;
    this.ports = {
      state: this.#wrap(ports.state),
      entries: {
        ...this.#wrap(ports.entries),
        markSequenced: (places) => {
          const isHalf = this.calls + 1 === this.#call && this.#moment === 'half';
          const marked = isHalf ? places.slice(0, Math.floor(places.length / 2)) : places;
          return this.#attempt(() => ports.entries.markSequenced(marked));
        },
      },
      tiles: this.#wrap(ports.tiles),
      signer: { ...this.#wrap(ports.signer), keyName: ports.signer.keyName },
    };
  }

  #wrap<P extends object>(port: P): P {
    const wrapped = Object.entries(port).map(([name, member]: [string, unknown]) => [
      name,
      typeof member === 'function'
        ? (...args: unknown[]) => this.#attempt(() => member.apply(port, args) as Promise<unknown>)
        : member,
    ]);
    return Object.fromEntries(wrapped) as P;
  }

  async #attempt<T>(effect: () => Promise<T>): Promise<T> {
    this.calls += 1;
    const call = this.calls;
    if (call > this.#call || (call === this.#call && this.#moment === 'before')) throw new Stopped();
    const answer = await effect();
    if (call === this.#call) throw new Stopped();
    return answer;
  }
}
