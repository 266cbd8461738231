import { Command } from 'commander';
import { listsPublish, type ListsPublishOptions } from './lists-publish.ts';
import { publicationDay } from './option-values.ts';
import { outputsOption } from './outputs-option.ts';

export function listsCommand(): Command {
  const publish = new Command('publish')
    .description('upload a publication of the OFAC list and pass it through the gate')
    .argument('<dir>', 'folder with the official files (sdn.csv and its kin, .gz allowed)')
    .requiredOption('--published-on <day>', 'day of the publication', publicationDay)
    .addOption(outputsOption())
    .addHelpText(
      'after',
      '\nExample:\n  npm run -s kyc -- lists publish data/lists/ofac-2021-08-18 --published-on 2021-08-18',
    )
    .action((directory: string, options: ListsPublishOptions) => listsPublish(directory, options));
  return new Command('lists').description('the lists that parties are screened against').addCommand(publish);
}
