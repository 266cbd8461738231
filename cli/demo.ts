import { resolve } from 'node:path';
import { synthesise } from '../local/synthesis.ts';
import { openYear } from './demo/open-year.ts';
import { renderSummary } from './demo/render-summary.ts';
import { tellYear } from './demo/tell-year.ts';
import { yearPlan } from './demo/year-plan.ts';
import { AnswerIsNoError } from './outcome-errors.ts';
import { paletteFor } from './terminal/palette.ts';
import { progressOn } from './terminal/progress.ts';

export interface DemoOptions {
  readonly accounts: number;
  readonly seed: number;
  readonly out: string;
  /** A synthesised app; made anew in `assemblyOut` when left out. */
  readonly assembly?: string;
  readonly assemblyOut: string;
  readonly storage: string;
}

/** `kyc demo`: the simulated year. Throws AnswerIsNoError when a planted case did not end as it had to. */
export async function demo(options: DemoOptions): Promise<void> {
  const progress = progressOn(process.stderr);
  const out = resolve(options.out);
  const plan = yearPlan(options);
  const assembly = options.assembly ?? (await synthesised(options.assemblyOut, progress));
  progress.phase('the app is deployed into the embedded AWS');
  const places = { storage: resolve(options.storage), assembly, out };
  const opened = await openYear(places, plan, progress);
  try {
    const summary = await tellYear(opened.year, places);
    progress.end();
    process.stdout.write(renderSummary(summary, places, paletteFor(process.stdout)));
    const { missed, details } = summary.expectations;
    if (missed.length > 0) throw new AnswerIsNoError(missedText(details.filter(({ holds }) => !holds)));
  } finally {
    progress.end();
    await opened.close();
  }
}

async function synthesised(outdir: string, progress: ReturnType<typeof progressOn>): Promise<string> {
  progress.phase(
    'the functions are bundled and the CDK app is synthesised; only after a change, about ten seconds',
  );
  await synthesise({ outdir });
  return outdir;
}

function missedText(missed: readonly { id: string; title: string; expected: unknown; found: unknown }[]) {
  const lines = missed.flatMap(({ id, title, expected, found }) => [
    `${id}: ${title}`,
    `  expected ${JSON.stringify(expected)}`,
    `  found    ${JSON.stringify(found)}`,
  ]);
  return [`${missed.length} of what was planted did not end as it had to:`, ...lines].join('\n');
}
