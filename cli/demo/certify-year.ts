import { join } from 'node:path';
import {
  certificationEnd,
  newestCertification,
  startCertification,
  type RecordedReport,
} from '../stage/certification-run.ts';
import { downloadPackage, type DownloadedFile } from '../stage/download-package.ts';
import type { SimulatedYear } from './simulated-year.ts';

// A minute after the schedule of cdk.json: cron(0 6 15 1 ? *).
const afterTheSchedule = '2022-01-15T06:01:00Z';
const withinMs = 60_000;

/** Lets the yearly schedule come due, waits for the certification and copies its package out. */
export async function certifyYear(year: SimulatedYear, out: string): Promise<DownloadedFile[]> {
  const report = await year.file.once('certification', () => certification(year));
  await year.file.once('last house-keeping', () => year.keepHouse());
  return downloadPackage(year.stage, report, join(out, 'reports', 'certification-2022-01-15'));
}

async function certification(year: SimulatedYear): Promise<RecordedReport> {
  year.progress.phase('15 January: the schedule starts the certification');
  // On AWS the sequencer runs every minute, and the report names the head it has left. The moved clock skipped it.
  await year.keepHouse();
  await year.passUntil(afterTheSchedule);
  await year.workedOff('what was due before the certification');
  // A kill between the schedule's due time and its call loses the call, as nobody retries it here.
  const started = (await newestCertification(year.stage)) ?? (await startCertification(year.stage));
  return certificationEnd(year.stage, started, withinMs);
}
