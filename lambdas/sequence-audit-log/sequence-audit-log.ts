import { integrate } from '../../domain/audit/integrate.ts';
import type { SequencerPorts } from '../../domain/audit/sequencer-ports.ts';
import { count, note } from '../runtime/observability.ts';

export interface SequencedLog {
  readonly integrated: number;
  readonly treeSize: number;
  readonly rootHash: string;
}

// A bundle of tlog-tiles holds 256 entries; four at a time keep the plan item small and a run short.
const batchSize = 1024;

/** Integrates waiting entries batch by batch, until none waits or the function's time is nearly up. */
export const sequenceAuditLog =
  (ports: SequencerPorts, enoughTime: () => boolean) => async (): Promise<SequencedLog> => {
    let integrated = 0;
    for (;;) {
      const batch = await integrate(ports, { batchSize });
      integrated += batch.integrated;
      if (batch.integrated < batchSize || !enoughTime()) {
        count('AuditEntriesIntegrated', integrated);
        note('LOG_INTEGRATED', { integrated, treeSize: batch.treeSize, rootHash: batch.rootHash });
        return { integrated, treeSize: batch.treeSize, rootHash: batch.rootHash };
      }
    }
  };
