import { Command } from 'commander';
import { outputsOption } from './outputs-option.ts';
import type { StageOptions } from './stage/stage.ts';

export function inboxCommand(): Command {
  const list = new Command('list')
    .description('events that could not be processed and wait for a person')
    .addOption(outputsOption())
    .addHelpText('after', '\nExample:\n  npm run -s kyc -- inbox list')
    .action(async (options: StageOptions) => (await import('./inbox-list.ts')).inboxList(options));
  const redrive = new Command('redrive')
    .description('start a parked event again')
    .argument('<event>', 'its id, as `inbox list` prints it')
    .addOption(outputsOption())
    .addHelpText(
      'after',
      '\nExample:\n  npm run -s kyc -- inbox redrive evt_0123456789abcdef0123456789abcdef',
    )
    .action(async (eventId: string, options: StageOptions) =>
      (await import('./inbox-redrive.ts')).inboxRedrive(eventId, options),
    );
  return new Command('inbox').description('parked events').addCommand(list).addCommand(redrive);
}
