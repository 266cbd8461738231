import { Command } from 'commander';
import { webAddress } from './option-values.ts';
import { outputsOption } from './outputs-option.ts';
import { sampleNames } from './stage/samples.ts';
import type { SendOptions } from './send.ts';

export function sendCommand(): Command {
  return new Command('send')
    .description('sign an account event and post it')
    .argument('[file]', 'event as JSON, posted byte for byte')
    .option('--sample <name>', `one of ${sampleNames().join(', ')}`)
    .option('--id <id>', 'webhook-id; the same id with the same body has no second effect')
    .addOption(outputsOption())
    .option('--url <url>', 'any other webhook address', webAddress)
    .option(
      '--secret <secret>',
      'its signing secret; better in KYC_WEBHOOK_SECRET, where `ps` does not show it',
    )
    .addHelpText('after', '\nExample:\n  npm run -s kyc -- send --sample us-person')
    .action(async (file: string | undefined, options: SendOptions) =>
      (await import('./send.ts')).send(file, options),
    );
}
