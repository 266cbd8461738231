import type { Check } from './check.ts';
import { deadLetterChecks } from './sqs/dead-letters.ts';
import { fifoChecks } from './sqs/fifo.ts';
import { queueChecks } from './sqs/queues.ts';
import { standardChecks } from './sqs/standard.ts';

export const sqsChecks: readonly Check[] = [
  ...queueChecks,
  ...standardChecks,
  ...fifoChecks,
  ...deadLetterChecks,
];
