import { Command } from 'commander';
import { methodCategories } from '../domain/verification/method-result.ts';
import { oneOf, webAddress, wholeNumber } from './option-values.ts';
import type { Answer } from './program.ts';
import type { ConformanceOptions } from './verification/conformance.ts';

export function verificationCommand(answer: Answer): Command {
  const kit = new Command('conformance')
    .description(
      'hold an identity provider against the contract identity-check.v1; exit 1 where it does not conform',
    )
    .requiredOption('--endpoint <url>', 'where the provider takes checks', webAddress)
    .requiredOption(
      '--secret-file <file>',
      'the shared signing secret, base64, with or without whsec_ before it',
    )
    .option('--method <id>', 'id of the method that it performs', 'outside-document')
    .option('--category <category>', 'its category', oneOf(...methodCategories), 'documentary')
    .option('--within <seconds>', 'how long an answer may take', wholeNumber(1, 60), 10)
    .option('--out <file>', 'NDJSON, one line a case; standard output if left out')
    .addHelpText(
      'after',
      '\nExample:\n  npm run -s kyc -- verification conformance --endpoint http://127.0.0.1:8080/checks --secret-file secret.txt',
    )
    .action(async (options: ConformanceOptions) => {
      answer(await (await import('./verification/conformance.ts')).conformance(options));
    });
  return new Command('verification').description('how identity is verified').addCommand(kit);
}
