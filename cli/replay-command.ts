import { statSync } from 'node:fs';
import { Command } from 'commander';
import { indexOption, listsOption } from './screen-command.ts';
import { CouldNotTellError } from './outcome-errors.ts';
import type { Answer } from './program.ts';
import type { ReplayOptions } from './replay.ts';

export function replayCommand(answer: Answer): Command {
  return new Command('replay')
    .description('screen the same parties again and compare with recorded results, byte for byte')
    .argument('<results>', 'what kyc screen wrote, or a folder of kyc proof')
    .option('--input <file>', 'the parties that were screened; a folder of kyc proof has them')
    .addOption(listsOption())
    .addOption(indexOption())
    .addHelpText('after', replayHelp)
    .action(async (results: string, options: Partial<ReplayOptions>) => {
      answer(
        await (isFolder(results)
          ? (await import('./replay-proof.ts')).replayProof(results, say)
          : replayFile(results, options)),
      );
    });
}

async function replayFile(results: string, { input, ...places }: Partial<ReplayOptions>): Promise<0 | 1 | 2> {
  if (input !== undefined) return (await import('./replay.ts')).replay(results, { input, ...places }, say);
  throw new CouldNotTellError('--input FILE is missing: the parties that were screened');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

const replayHelp = `
The threshold is the recorded one. Exit 0 the same; 1 not, with the first difference; 2 could not tell, because lists,
matcher or index are not those of the results.

Example:
  npm run -s kyc -- replay results.ndjson --input parties.ndjson --lists data/lists/ofac-2021-07
  npm run -s kyc -- replay out/proof-acct_1`;
