import { exportAuditLog } from './stage/export-audit-log.ts';
import { withStage, type StageOptions } from './stage/stage.ts';

/** `kyc audit export DIR`. */
export async function auditExport(directory: string, options: StageOptions): Promise<void> {
  const { head, vkey } = await withStage(options, (stage) => exportAuditLog(stage, directory));
  console.log(`${head.size} entries, root ${head.rootHash}`);
  console.log('What was decided in the last minute may still wait to be entered.');
  console.log(`key  ${vkey}`);
  console.log(
    `Keep the key apart from the copy: npm run -s kyc -- audit verify ${directory} --vkey '${vkey}'`,
  );
}
