import { Command } from 'commander';
import type { BacktestOptions } from './backtest.ts';
import { shareOfOne } from './option-values.ts';
import type { Answer } from './program.ts';
import { indexOption, listsOption } from './screen-command.ts';

export function backtestCommand(answer: Answer): Command {
  return new Command('backtest')
    .description('who would be answered otherwise under another threshold, other lists or another matcher')
    .requiredOption('--input <file>', 'NDJSON of parties, as for screen')
    .addOption(listsOption())
    .addOption(indexOption())
    .option('--threshold <score>', 'the threshold to try, against that of the shipped policy', shareOfOne)
    .option(
      '--policy <file>',
      'a provider pack (data/policies/provider-default.json) whose threshold is the one to try',
    )
    .option('--against <dir>', 'the folder of lists to try, against those of --lists')
    .option(
      '--present <file>',
      'results of an earlier screen, as of another matcher, that stand for the present',
    )
    .option('--out <file>', 'where the changes go; standard output if left out')
    .addHelpText('after', backtestHelp)
    .action(async (options: BacktestOptions) => {
      answer(await (await import('./backtest.ts')).backtest(options));
    });
}

const backtestHelp = `
One line for each party that would be answered otherwise (new, gone or changed), then one with the totals. Nothing is
switched on. To try another matcher, screen with the present version, and then give its results to the other version
with --present. Exit 0 done, 1 a line of the input was refused, 2 could not tell. Formats: docs/screening.md

Example:
  npm run -s kyc -- backtest --lists data/lists/ofac-2021-07 --input parties.ndjson --threshold 0.8 --out changes.ndjson`;
