import { Command } from 'commander';
import type { PolicyCheckOptions } from './policy/policy-check.ts';
import type { PolicyDiffOptions } from './policy/policy-diff.ts';
import type { PolicyShowOptions } from './policy/policy-show.ts';
import type { Answer } from './program.ts';

const json = ['--json', 'as JSON, for programs'] as const;

export function policyCommand(answer: Answer): Command {
  const show = new Command('show')
    .description('the packs that ship, or one of them with its clauses, deadlines and settings')
    .argument('[pack]', 'id of a pack, such as us-ofac, or a file')
    .option(...json)
    .action(async (pack: string | undefined, options: PolicyShowOptions) => {
      (await import('./policy/policy-show.ts')).policyShow(pack, options);
    });
  const diff = new Command('diff')
    .description('what changes between two packs, or versions of one, and whom it concerns')
    .argument('<before>', 'id of a pack that ships, or a file')
    .argument('<after>', 'id of a pack that ships, or a file')
    .option(...json)
    .action(async (before: string, after: string, options: PolicyDiffOptions) => {
      (await import('./policy/policy-diff.ts')).policyDiff(before, after, options);
    });
  return new Command('policy')
    .description('the rules as data: what they say, how they differ, whether they are sound')
    .addCommand(show)
    .addCommand(diff)
    .addCommand(checkCommand(answer));
}

function checkCommand(answer: Answer): Command {
  return new Command('check')
    .description(
      'read packs, name each fault with its place, and hold them against each other; exit 1 for any',
    )
    .argument('[path]', 'a file, or a folder of packs; what ships if left out')
    .option(...json)
    .addHelpText('after', '\nExample:\n  npm run -s kyc -- policy check data/policies')
    .action(async (path: string | undefined, options: PolicyCheckOptions) => {
      answer((await import('./policy/policy-check.ts')).policyCheck(path, options));
    });
}
