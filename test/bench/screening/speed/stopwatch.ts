/** Time on the clock and time of the processor: on a machine with other work the second says more. */
export interface Elapsed {
  readonly wallMs: number;
  /** Of all threads of the process, those of the garbage collector included. */
  readonly cpuMs: number;
}

export function timed(work: () => void): Elapsed {
  const [started, used] = [performance.now(), process.cpuUsage()];
  work();
  const { user, system } = process.cpuUsage(used);
  return { wallMs: performance.now() - started, cpuMs: (user + system) / 1000 };
}

/** Names per second of wall time and of processor time. */
export interface Rate {
  readonly wall: number;
  readonly cpu: number;
}

export function rateOf(names: number, { wallMs, cpuMs }: Elapsed): Rate {
  return { wall: (names * 1000) / wallMs, cpu: (names * 1000) / cpuMs };
}
