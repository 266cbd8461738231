import { Command } from 'commander';
import { outputsOption } from './outputs-option.ts';
import type { ReportCertificationOptions } from './report-certification.ts';
import { oneOf } from './option-values.ts';

export function reportCommand(): Command {
  const certification = new Command('certification')
    .description('count the book of accounts and copy the certification package out')
    .option('--as-of <instant>', 'only `now` is offered: the records hold the present', oneOf('now'), 'now')
    .option('--out <dir>', 'where the package goes', 'out/reports')
    .addOption(outputsOption())
    .addHelpText('after', '\nExample:\n  npm run -s kyc -- report certification --as-of now')
    .action(async (options: ReportCertificationOptions) =>
      (await import('./report-certification.ts')).reportCertification(options),
    );
  return new Command('report').description('report packages').addCommand(certification);
}
