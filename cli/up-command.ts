import { join } from 'node:path';
import { Command, Option } from 'commander';
import { webAddress, wholeNumber } from './option-values.ts';
import { localDirectory } from './stage/running-file.ts';
import type { UpOptions } from './up.ts';

export function upCommand(): Command {
  return new Command('up')
    .description('keep the pipeline running on this machine')
    .addOption(
      new Option('--port <port>', 'port of the API; any free one if left out').argParser(
        wholeNumber(1, 65535),
      ),
    )
    .option('--notices <url>', 'where signed notices go; printed here if left out', webAddress)
    .addOption(new Option('--assembly <dir>', 'a synthesised app').hideHelp())
    .addOption(
      new Option('--storage <dir>', 'what the embedded AWS keeps')
        .default(join(localDirectory, 'up'))
        .hideHelp(),
    )
    .addHelpText('after', '\nExample:\n  npm run -s kyc -- up --port 8080')
    .action(async (options: Omit<UpOptions, 'assemblyOut'>) =>
      (await import('./up.ts')).up({ ...options, assemblyOut: join(localDirectory, 'assembly') }),
    );
}
