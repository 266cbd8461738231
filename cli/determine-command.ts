import { Command } from 'commander';
import type { DetermineOptions } from './determine.ts';
import type { Answer } from './program.ts';

export function determineCommand(answer: Answer): Command {
  return new Command('determine')
    .description('US, foreign or undetermined, by the definition of the rule proposed in 2024')
    .requiredOption('--input <file>', "NDJSON of persons' facts")
    .option('--out <file>', 'where the answers go; standard output if left out')
    .addHelpText(
      'after',
      '\nExample:\n  npm run -s kyc -- determine --input persons.ndjson --out statuses.ndjson',
    )
    .action(async (options: DetermineOptions) => {
      answer(await (await import('./determine.ts')).determine(options));
    });
}
