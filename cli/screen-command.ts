import { Command, Option } from 'commander';
import { shareOfOne, wholeNumber } from './option-values.ts';
import type { Answer } from './program.ts';
import type { ScreenOptions } from './screen.ts';

export function listsOption(): Option {
  return new Option(
    '--lists <dir>',
    'folder with the official files (sdn.csv and its kin, .gz and .zip allowed)',
  );
}

export function indexOption(): Option {
  return new Option('--index <file>', 'the lists compiled; with --lists written when missing or outdated');
}

export function screenCommand(answer: Answer): Command {
  return new Command('screen')
    .description(
      'search the lists for each party of a file: clear, possibleMatch or notScreened, with reasons',
    )
    .addOption(listsOption())
    .addOption(indexOption())
    .requiredOption('--input <file>', 'NDJSON of parties; - for standard input')
    .option('--out <file>', 'where the results go; standard output if left out')
    .option(
      '--threshold <score>',
      'from which score a party is a possible match; the policy’s if left out',
      shareOfOne,
    )
    .option(
      '--workers <n>',
      'threads to screen on, each with an index of its own in memory',
      wholeNumber(1, 64),
    )
    .addHelpText('after', screenHelp)
    .action(async (options: ScreenOptions) => {
      answer(await (await import('./screen.ts')).screen(options));
    });
}

const screenHelp = `
A line of input, of which only id is required:
  {"id":"1","name":"Jane Example","kind":"individual","birthDate":"1961-05-03","countries":["RU"],
   "identifiers":[{"kind":"passport","value":"4005504207"}]}

Exit 0 when every line was answered, 1 when one was refused, 2 when the lists could not be read. Formats: docs/screening.md

Example:
  npm run -s kyc -- screen --lists data/lists/ofac-2021-07 --input parties.ndjson --out results.ndjson`;
