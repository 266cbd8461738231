import { Command } from 'commander';
import { outputsOption } from './outputs-option.ts';
import type { Answer } from './program.ts';
import type { ProofOptions } from './proof.ts';

export function proofCommand(answer: Answer): Command {
  return new Command('proof')
    .description('take an account’s stored screenings out, unsealed, for kyc replay; doing so is audited')
    .argument('<account>', 'account id')
    .requiredOption('--out <dir>', 'a new folder; personal data goes there and nowhere else')
    .option('--party <id>', 'only of this customer or owner')
    .option('--run <id>', 'of this re-screening run, instead of what the account was decided on')
    .addOption(outputsOption())
    .addHelpText('after', proofHelp)
    .action(async (account: string, options: ProofOptions) => {
      answer(await (await import('./proof.ts')).proof(account, options));
    });
}

const proofHelp = `
Exit 0 when all of it can be replayed, 1 when a stored determination is not what its audit entry says, 2 when something
cannot be replayed, as of a party that was erased. What is in the folder: docs/screening.md

Example:
  npm run -s kyc -- proof acct_1 --out out/proof-acct_1
  npm run -s kyc -- replay out/proof-acct_1`;
