import { Command } from 'commander';
import type { AuditVerifyOptions } from './audit-verify.ts';
import { outputsOption } from './outputs-option.ts';
import type { Answer } from './program.ts';
import type { StageOptions } from './stage/stage.ts';

export function auditCommand(answer: Answer): Command {
  const exporting = new Command('export')
    .description('copy the published audit log into a folder')
    .argument('<dir>', 'where to; an earlier copy there makes way')
    .addOption(outputsOption())
    .addHelpText('after', '\nExample:\n  npm run -s kyc -- audit export out/audit')
    .action(async (directory: string, options: StageOptions) =>
      (await import('./audit-export.ts')).auditExport(directory, options),
    );
  const verify = new Command('verify')
    .description('verify an exported log, offline')
    .argument('<dir>', 'the exported log')
    .option('--vkey <key>', "the log's public key, from another source than the export")
    .option('--at-least <size[:root]>', 'what an earlier verification printed')
    .addHelpText('after', '\nExample:\n  npm run -s kyc -- audit verify out/audit')
    .action(async (directory: string, options: AuditVerifyOptions) => {
      answer(
        await (
          await import('./audit-verify.ts')
        ).auditVerify(directory, options, (line) => {
          console.log(line);
        }),
      );
    });
  return new Command('audit').description('the audit log').addCommand(exporting).addCommand(verify);
}
