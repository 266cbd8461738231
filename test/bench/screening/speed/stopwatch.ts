/** Time on the clock and time of the processor: on a machine with other work the second says more. */
export interface Elapsed {
  readonly wallMs: number;
  /** Of the thread that did the work: what the clock would say on a machine of its own. */
  readonly cpuMs: number;
  /** Of all threads, with those that compile and collect garbage: what a single core would need. */
  readonly allThreadsMs: number;
}

export function timed(work: () => void): Elapsed {
  const [started, thread, whole] = [performance.now(), process.threadCpuUsage(), process.cpuUsage()];
  work();
  return {
    wallMs: performance.now() - started,
    cpuMs: inMs(process.threadCpuUsage(thread)),
    allThreadsMs: inMs(process.cpuUsage(whole)),
  };
}

function inMs({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1000;
}

/** Names per second, by each of the times. */
export interface Rate {
  readonly wall: number;
  readonly cpu: number;
  readonly allThreads: number;
}

export function rateOf(names: number, { wallMs, cpuMs, allThreadsMs }: Elapsed): Rate {
  const [wall = 0, cpu = 0, allThreads = 0] = [wallMs, cpuMs, allThreadsMs].map((ms) => (names * 1000) / ms);
  return { wall, cpu, allThreads };
}
