import { workerData } from 'node:worker_threads';

/** Kills the process it runs in, as `kill -9` would, so many microseconds after it is given their number. */
const microseconds = workerData as Int32Array<SharedArrayBuffer>;
Atomics.wait(microseconds, 0, 0);
const end = performance.now() + Atomics.load(microseconds, 0) / 1000;
while (performance.now() < end);
process.kill(process.pid, 'SIGKILL');
