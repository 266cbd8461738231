import { boot } from '../../local/boot.ts';
import type { BootOptions, EmbeddedAws } from '../../local/embedded-aws.ts';
import { stageClients } from './stage-clients.ts';
import { stageNames } from './stage-names.ts';
import type { Stage } from './stage.ts';

/** A stage that runs in this process. */
export interface LocalStage extends Stage {
  readonly aws: EmbeddedAws;
  /** What the embedded AWS had to say beside its answers. */
  readonly log: readonly string[];
  close(): Promise<void>;
}

const region = 'us-east-1';

export async function bootStage(options: Omit<BootOptions, 'log'>): Promise<LocalStage> {
  const log: string[] = [];
  const aws = await boot({ ...options, log: (line) => log.push(line) });
  const clients = stageClients(aws.endpoint, region);
  return {
    ...{ aws, log, clients, region, running: null },
    names: stageNames(aws.outputs),
    async close() {
      clients.destroy();
      await aws.close();
    },
  };
}
