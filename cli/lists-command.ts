import { Command } from 'commander';
import type { ListsCheckOptions } from './lists-check.ts';
import type { ListsPublishOptions } from './lists-publish.ts';
import { publicationDay } from './option-values.ts';
import { outputsOption } from './outputs-option.ts';
import type { Answer } from './program.ts';

export function listsCommand(answer: Answer): Command {
  const publish = new Command('publish')
    .description('upload a publication of the OFAC list and pass it through the gate')
    .argument('<dir>', 'folder with the official files (sdn.csv and its kin, .gz allowed)')
    .requiredOption('--published-on <day>', 'day of the publication', publicationDay)
    .addOption(outputsOption())
    .addHelpText(
      'after',
      '\nExample:\n  npm run -s kyc -- lists publish data/lists/ofac-2021-08-18 --published-on 2021-08-18',
    )
    .action(async (directory: string, options: ListsPublishOptions) =>
      (await import('./lists-publish.ts')).listsPublish(directory, options),
    );
  return new Command('lists')
    .description('the lists that parties are screened against')
    .addCommand(publish)
    .addCommand(checkCommand(answer));
}

function checkCommand(answer: Answer): Command {
  return new Command('check')
    .description('read a folder of official files, pass each list through the gate, and tell what changed')
    .requiredOption(
      '--lists <dir>',
      'folder with the official files (sdn.csv and its kin, .gz and .zip allowed)',
    )
    .option('--previous <dir>', 'folder with the publication before')
    .option('--published-on <day>', 'day of the files that do not say theirs', publicationDay)
    .option('--json', 'the whole report as JSON')
    .addHelpText('after', '\nExample:\n  npm run -s kyc -- lists check --lists data/lists/ofac-2021-07')
    .action(async (options: ListsCheckOptions) => {
      answer((await import('./lists-check.ts')).listsCheck(options));
    });
}
