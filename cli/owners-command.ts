import { Command } from 'commander';
import { calendarDay } from './option-values.ts';
import type { OwnersOptions } from './owners.ts';
import type { Answer } from './program.ts';

export function ownersCommand(answer: Answer): Command {
  return new Command('owners')
    .description(
      'the individuals behind each entity, from statements of the Beneficial Ownership Data Standard 0.4',
    )
    .requiredOption(
      '--input <file>',
      'BODS 0.4 statements: a JSON array, a package, or NDJSON; - for standard input',
    )
    .option('--out <file>', 'where the answers go; standard output if left out')
    .option(
      '--policy <file>',
      'identification pack whose terms apply; the shipped one for the proposed rule if left out',
    )
    .option('--subject <id>', 'answer for this entity only')
    .option('--as-of <day>', 'interests of this day count; today’s if left out', calendarDay)
    .addHelpText('after', ownersHelp)
    .action(async (options: OwnersOptions) => {
      answer(await (await import('./owners.ts')).owners(options));
    });
}

const ownersHelp = `
A line of output for each entity. Shares are exact fractions of one, direct and indirect together:
  {"subject":"e1","owners":[{"person":"p1","share":{"minimum":"1/4","maximum":"1/4"},"control":[],
   "isBeneficialOwner":true,"paths":[["e1","p1"]],"reasons":[...]}],"unresolved":[],"unattributed":"3/4"}

Exit 0 when every statement was used, 1 when one was refused or shares contradict each other, 2 when the input cannot
be read or is of another version of the standard.

Example:
  npm run -s kyc -- owners --input data/demo/ownership/harbour-group.ndjson --out owners.ndjson`;
