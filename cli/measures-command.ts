import { Command } from 'commander';
import type { DryRunOptions } from './measures/measures-dry-run.ts';
import type { Answer } from './program.ts';

export function measuresCommand(answer: Answer): Command {
  const check = new Command('check')
    .description(
      'read a measure, or an array of them: its days by both readings, or each fault with its place',
    )
    .argument('<file>', 'JSON in the form special-measure/1')
    .action(async (file: string) => {
      answer((await import('./measures/measures-check.ts')).measuresCheck(file));
    });
  const dryRun = new Command('dry-run')
    .description('whom a measure would hit, or may hit, before it takes effect')
    .requiredOption('--measure <file>', 'JSON in the form special-measure/1')
    .requiredOption('--accounts <file>', 'NDJSON of accounts with their parties; - for standard input')
    .option('--out <file>', 'where the lines go; standard output if left out')
    .addHelpText('after', dryRunHelp)
    .action(async (options: DryRunOptions) => {
      answer(await (await import('./measures/measures-dry-run.ts')).measuresDryRun(options));
    });
  return new Command('measures')
    .description(
      'special measures on jurisdictions and persons, as the proposal of 2024 (never final) describes them',
    )
    .addCommand(check)
    .addCommand(dryRun);
}

const dryRunHelp = `
A line of accounts:
  {"id":"acct_1","stage":"maintaining","isReseller":false,"parties":[{"id":"p_1","role":"customer",
   "personStatus":"foreign","places":[{"place":"UA-43","basis":"address"}],"name":"Jane Example"}]}

A place that is not known is not elsewhere: such accounts are among those that may be hit.
Exit 0 when every line was looked at, 1 when one was refused, 2 when a file could not be read.

Example:
  npm run -s kyc -- measures dry-run --measure measure.json --accounts accounts.ndjson --out impact.ndjson`;
