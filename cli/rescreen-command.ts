import { Command } from 'commander';
import { outputsOption } from './outputs-option.ts';
import { rescreenRedrive } from './rescreen-redrive.ts';
import { rescreenStart } from './rescreen-start.ts';
import { rescreenStatus } from './rescreen-status.ts';

export function rescreenCommand(): Command {
  const command = new Command('rescreen').description('screen every owner against the lists again');
  command
    .command('start')
    .description('start a run now; what the lists and owners changed since the last, unless --full')
    .option('--full', 'look at everything', false)
    .addOption(outputsOption())
    .action(rescreenStart);
  command
    .command('status')
    .description('how the newest run stands, and what the last completed one found')
    .addOption(outputsOption())
    .action(rescreenStatus);
  command
    .command('redrive')
    .description('let the newest run, if it failed, go on where it stopped')
    .addOption(outputsOption())
    .action(rescreenRedrive);
  return command;
}
