import { Command } from 'commander';
import { indexOption, listsOption } from './screen-command.ts';
import type { Answer } from './program.ts';
import { replay, type ReplayOptions } from './replay.ts';

export function replayCommand(answer: Answer): Command {
  return new Command('replay')
    .description('screen the same parties again and compare with recorded results, byte for byte')
    .argument('<results>', 'what kyc screen wrote')
    .requiredOption('--input <file>', 'the parties that were screened')
    .addOption(listsOption())
    .addOption(indexOption())
    .addHelpText('after', replayHelp)
    .action(async (results: string, options: ReplayOptions) => {
      answer(await replay(results, options));
    });
}

const replayHelp = `
The threshold is the recorded one. Exit 0 the same; 1 not, with the first difference; 2 could not tell, because lists,
matcher or index are not those of the results.

Example:
  npm run -s kyc -- replay results.ndjson --input parties.ndjson --lists data/lists/ofac-2021-07`;
