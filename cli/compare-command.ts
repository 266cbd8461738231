import { Command } from 'commander';
import type { CompareOptions } from './compare.ts';
import type { Answer } from './program.ts';

export function compareCommand(answer: Answer): Command {
  return new Command('compare')
    .description('how much alike two parties are, line by line, without any list')
    .requiredOption('--input <file>', 'NDJSON of pairs; - for standard input')
    .option('--out <file>', 'where the comparisons go; standard output if left out')
    .addHelpText('after', compareHelp)
    .action(async (options: CompareOptions) => {
      answer(await (await import('./compare.ts')).compare(options));
    });
}

const compareHelp = `
A line of input; the right side is taken for the listed one:
  {"id":"1","left":{"name":"Jane Example"},"right":{"name":"EXAMPLE, Jayne","kind":"individual"}}

Exit 0 when every line was answered, 1 when one was refused, 2 when the input cannot be read. Formats: docs/screening.md

Example:
  npm run -s kyc -- compare --input pairs.ndjson --out comparisons.ndjson`;
