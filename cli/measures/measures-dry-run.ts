import type { MeasureContext } from '../../domain/measures/apply-measures.ts';
import { impactOn } from '../../domain/measures/impact-of.ts';
import { MeasuredAccount } from '../../domain/measures/measured-account.ts';
import type { SpecialMeasure } from '../../domain/measures/special-measure.ts';
import { rowComparer } from '../../domain/screening/rows/compare-row.ts';
import type { ScreenedParty } from '../../domain/screening/rows/screened-party.ts';
import type { ScreeningQuery } from '../../domain/screening/screening.ts';
import { wordWeightsBy } from '../../domain/screening/words/word-weights.ts';
import { shippedWordCounts } from '../../adapters/screening/shipped-word-counts.ts';
import { CouldNotTellError } from '../outcome-errors.ts';
import { openInput } from '../rows/open-input.ts';
import { readRow } from '../rows/read-row.ts';
import { RowProgress } from '../rows/row-progress.ts';
import { countOutcome, countRefusal, emptyTally, tallyLines, type RowTally } from '../rows/row-tally.ts';
import { splitLines, type Line } from '../rows/split-lines.ts';
import { writeOutput } from '../rows/write-output.ts';
import { shippedProviderPolicy, shippedSubdivisions } from '../shipped-data.ts';
import { progressOn } from '../terminal/progress.ts';
import { readMeasures, shippedMeasureTerms } from './read-measures.ts';

export interface DryRunOptions {
  readonly measure: string;
  readonly accounts: string;
  readonly out?: string;
}

/**
 * `kyc measures dry-run`: one line for each account that a measure would hit or may hit, before it takes effect. 1 when a
 * line of input was refused, since then somebody was not looked at.
 * @throws CouldNotTellError when measure or accounts cannot be read, or the output not written
 */
export async function measuresDryRun({ measure, accounts, out }: DryRunOptions): Promise<0 | 1> {
  const measures = soundMeasures(measure);
  const context = shippedContext();
  const source = await openInput(accounts);
  const progress = progressOn(process.stderr);
  const rows = new RowProgress(progress, { hasBar: process.stderr.isTTY });
  const tally = emptyTally();
  const texts = async function* () {
    for await (const lines of splitLines(rows.watch(source, `holding ${source.name} against ${measure}`))) {
      yield lines.map((line) => impacts(line, measures, context, tally)).join('');
      rows.done(lines.length);
    }
  };
  await writeOutput(texts(), out, [accounts, measure]);
  progress.end();
  const { hit = 0, mayBeHit = 0, notHit = 0 } = tally.outcomes;
  const counts = `${hit} hit, ${mayBeHit} may be hit, ${notHit} not hit`;
  for (const line of [...tallyLines(tally, source.name), `dry run   ${counts}; ${rows.summary}`])
    progress.note(line);
  return tally.outcomes.refused === undefined ? 0 : 1;
}

function soundMeasures(path: string): SpecialMeasure[] {
  return readMeasures(path).map((each) => {
    if ('measure' in each) return each.measure;
    const faults = each.faults.map(({ pointer, problem }) => `${pointer || '(whole measure)'} ${problem}`);
    throw new CouldNotTellError(`${each.place}: ${faults.join('; ')}`);
  });
}

function shippedContext(): MeasureContext {
  const compare = rowComparer(wordWeightsBy(shippedWordCounts));
  const ignored = () => undefined;
  return {
    terms: shippedMeasureTerms(),
    subdivisions: shippedSubdivisions(),
    likeness: {
      threshold: shippedProviderPolicy().matcher.threshold,
      compare: (left, right) => {
        const compared = compare({ id: '', left: partyRow(left), right: partyRow(right) }, ignored);
        if ('outcome' in compared) return { score: 0, reasons: [], because: compared.because };
        const { score, reasons, because } = compared;
        return because === undefined ? { score, reasons } : { score, reasons, because };
      },
    },
  };
}

function partyRow({
  otherNames = [],
  countries = [],
  identifiers = [],
  ...query
}: ScreeningQuery): ScreenedParty {
  return { ...query, otherNames: [...otherNames], countries: [...countries], identifiers: [...identifiers] };
}

/** The accounts are read strictly, so that nothing of them is left out in silence. */
function impacts(
  line: Line,
  measures: readonly SpecialMeasure[],
  context: MeasureContext,
  tally: RowTally,
): string {
  const read = readRow(MeasuredAccount, line);
  if ('outcome' in read) {
    countRefusal(tally, read);
    return `${JSON.stringify(read)}\n`;
  }
  const found = measures.flatMap((measure) => impactOn(read.row, measure, context) ?? []);
  const isHit = found.some(({ outcome }) => outcome === 'hit');
  countOutcome(tally, isHit ? 'hit' : found.length > 0 ? 'mayBeHit' : 'notHit');
  return found.map((impact) => `${JSON.stringify(impact)}\n`).join('');
}
