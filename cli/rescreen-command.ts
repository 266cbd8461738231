import { Command } from 'commander';
import type { RescreenStartOptions } from './rescreen-start.ts';
import type { StageOptions } from './stage/stage.ts';
import { outputsOption } from './outputs-option.ts';

export function rescreenCommand(): Command {
  const command = new Command('rescreen').description('screen every owner against the lists again');
  command
    .command('start')
    .description('start a run now; what the lists and owners changed since the last, unless --full')
    .option('--full', 'look at everything', false)
    .addOption(outputsOption())
    .action(async (options: RescreenStartOptions) =>
      (await import('./rescreen-start.ts')).rescreenStart(options),
    );
  command
    .command('status')
    .description('how the newest run stands, and what the last completed one found')
    .addOption(outputsOption())
    .action(async (options: StageOptions) => (await import('./rescreen-status.ts')).rescreenStatus(options));
  command
    .command('redrive')
    .description('let the newest run, if it failed, go on where it stopped')
    .addOption(outputsOption())
    .action(async (options: StageOptions) =>
      (await import('./rescreen-redrive.ts')).rescreenRedrive(options),
    );
  return command;
}
