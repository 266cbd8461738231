import { join } from 'node:path';
import { certificationEnd, startCertification } from './stage/certification-run.ts';
import { downloadPackage } from './stage/download-package.ts';
import { withStage, type StageOptions } from './stage/stage.ts';

export interface ReportCertificationOptions extends StageOptions {
  readonly out: string;
}

// The state machine gives the counting 15 minutes; a million accounts take less.
const withinMs = 20 * 60_000;

/** `kyc report certification`: runs the state machine that the yearly schedule runs, and copies the package out. */
export async function reportCertification({ out, ...options }: ReportCertificationOptions): Promise<void> {
  const files = await withStage(options, async (stage) => {
    const report = await certificationEnd(stage, await startCertification(stage), withinMs);
    return downloadPackage(stage, report, join(out, report.reportId));
  });
  for (const { path, sha256 } of files) console.log(`${sha256}  ${path}`);
}
