import { Command } from 'commander';
import { whoAndWhere } from './case-command.ts';
import type { DispositionAnswerOptions } from './disposition-answer.ts';
import type { DispositionListOptions } from './disposition-list.ts';
import type { DispositionProposeOptions } from './disposition-propose.ts';
import { calendarDay, matchName } from './option-values.ts';

const example = 'dsp_0123456789abcdef0123';

const answers = {
  confirm: 'agree that a match is false; only a second person can',
  reject: 'disagree, or take back what one proposed',
  release: 'let a match come back before its time; the first proposes, a second person decides',
  keep: 'disagree with a proposed release, or take it back',
} as const;

export function dispositionCommand(): Command {
  const disposition = new Command('disposition').description(
    'matches that people have marked as false, so that they do not come back',
  );
  const opinions = (['confirm', 'reject', 'release', 'keep'] as const).map((opinion) =>
    new Command(opinion)
      .description(answers[opinion])
      .argument('<id>', 'disposition id')
      .requiredOption('--because <text>', 'why, in at least ten characters')
      .addHelpText(
        'after',
        `\nExample:\n  npm run -s kyc -- disposition ${opinion} ${example} --because "Compared with the passport" --as bob`,
      )
      .action(async (id: string, options: DispositionAnswerOptions) =>
        (await import('./disposition-answer.ts')).dispositionAnswer(id, opinion, options),
      ),
  );
  for (const command of [list(), propose(), ...opinions]) disposition.addCommand(whoAndWhere(command));
  return disposition;
}

function list(): Command {
  return new Command('list')
    .description('those that wait for a second person, or all of one account')
    .option('--account <id>', 'account whose dispositions to list, ended ones too')
    .addHelpText('after', '\nExample:\n  npm run -s kyc -- disposition list --account acct_1')
    .action(async (options: DispositionListOptions) =>
      (await import('./disposition-list.ts')).dispositionList(options),
    );
}

function propose(): Command {
  return new Command('propose')
    .description('mark a match of a case as false; a second person has to confirm it')
    .argument('<case>', 'case id')
    .requiredOption('--match <name>', 'party/list/entry, as `kyc case show` names them', matchName)
    .requiredOption('--because <text>', 'why it is false, in at least ten characters')
    .option('--until <day>', 'last day it holds (default: what the provider policy says)', calendarDay)
    .addHelpText(
      'after',
      '\nExample:\n  npm run -s kyc -- disposition propose case_0123456789abcdef0123 \\\n' +
        '    --match p_1/ofac-sdn/36 --because "Born 30 years later than the listed person" --as alice',
    )
    .action(async (caseId: string, options: DispositionProposeOptions) =>
      (await import('./disposition-propose.ts')).dispositionPropose(caseId, options),
    );
}
