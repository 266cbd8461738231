import { join } from 'node:path';
import { Command, Option } from 'commander';
import type { DemoOptions } from './demo.ts';
import { defaultAccounts, fewestAccounts } from './demo/year-plan.ts';
import { wholeNumber } from './option-values.ts';
import { localDirectory } from './stage/running-file.ts';

// As many as one machine works through while somebody waits; the pipeline itself has no such limit.
const mostAccounts = 5000;

export function demoCommand(): Command {
  return new Command('demo')
    .description('a simulated year: accounts, planted cases, a certification, a verified log')
    .addOption(
      new Option('--accounts <number>', 'accounts in all')
        .argParser(wholeNumber(fewestAccounts, mostAccounts))
        .default(defaultAccounts),
    )
    .addOption(
      new Option('--seed <number>', 'makes another year').argParser(wholeNumber(0, 2 ** 32 - 1)).default(7),
    )
    .option('--out <dir>', 'where reports, audit log and summary.json go', 'out')
    .addOption(new Option('--assembly <dir>', 'a synthesised app').hideHelp())
    .addOption(
      new Option('--storage <dir>', 'what the embedded AWS keeps')
        .default(join(localDirectory, 'demo'))
        .hideHelp(),
    )
    .addHelpText('after', '\nExample:\n  npm run demo -- --accounts 500 --seed 3')
    .action(async (options: Omit<DemoOptions, 'assemblyOut'>) => {
      await (await import('./demo.ts')).demo({ ...options, assemblyOut: join(localDirectory, 'assembly') });
    });
}
