import { parentPort, workerData } from 'node:worker_threads';
import { createScreener } from '../../domain/screening/create-screener.ts';
import { openIndex } from '../../domain/screening/index/open-index.ts';
import type { Line } from '../rows/split-lines.ts';
import { batchScreener } from './screen-batches.ts';
import type { ThreadData } from './screening-threads.ts';

// Started by screening-threads.ts: answers each message of lines with their results, in the order they come in.
const { bytes, threshold } = workerData as ThreadData;
const screenBatch = batchScreener(createScreener(openIndex(bytes), { threshold }));
parentPort?.on('message', (lines: readonly Line[]) => {
  parentPort?.postMessage(screenBatch(lines));
});
