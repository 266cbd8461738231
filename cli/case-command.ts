import { Command, Option } from 'commander';
import type { CaseDecideOptions } from './case-decide.ts';
import { oneOf, webAddress } from './option-values.ts';
import type { CaseApiOptions } from './stage/open-case-api.ts';

export function caseCommand(): Command {
  const list = new Command('list')
    .description('cases that wait for a person, soonest due first')
    .addHelpText('after', '\nExample:\n  npm run -s kyc -- case list')
    .action(async (options: CaseApiOptions) => (await import('./case-list.ts')).caseList(options));
  const show = new Command('show')
    .description('one case with its evidence; looking is audited')
    .argument('<id>', 'case id')
    .addHelpText('after', '\nExample:\n  npm run -s kyc -- case show case_0123456789abcdef0123')
    .action(async (id: string, options: CaseApiOptions) =>
      (await import('./case-show.ts')).caseShow(id, options),
    );
  const decide = new Command('decide')
    .description('give a verdict; the first proposes, a second person decides')
    .argument('<id>', 'case id')
    .requiredOption('--verdict <verdict>', 'approve or refuse', oneOf('approve', 'refuse'))
    .requiredOption('--because <text>', 'why, in at least ten characters')
    .addHelpText(
      'after',
      '\nExample:\n  npm run -s kyc -- case decide case_0123456789abcdef0123 \\\n' +
        '    --verdict approve --because "Born 30 years later than the listed person" --as bob\n\n' +
        'An approval answers this case. A match that is to stay away from the next screening is marked as false:\n' +
        '  npm run -s kyc -- disposition propose --help',
    )
    .action(async (id: string, options: CaseDecideOptions) =>
      (await import('./case-decide.ts')).caseDecide(id, options),
    );
  const review = new Command('case').description('cases that wait for a person');
  for (const command of [list, show, decide]) review.addCommand(whoAndWhere(command));
  return review;
}

/** Who signs, and which API is asked: the same for every command of reviewers. */
export function whoAndWhere(command: Command): Command {
  return command
    .addOption(
      new Option('--as <person>', 'whose local credentials sign: alice, bob or carol').default('alice'),
    )
    .addOption(
      new Option(
        '--url <url>',
        'API of a deployed stage; the AWS credentials of the environment sign',
      ).argParser(webAddress),
    );
}
