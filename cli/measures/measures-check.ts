import { measureDates, type MeasureDates } from '../../domain/measures/measure-dates.ts';
import type { SpecialMeasure } from '../../domain/measures/special-measure.ts';
import { paletteFor, type Palette } from '../terminal/palette.ts';
import { readMeasures, shippedMeasureTerms, type ReadMeasure } from './read-measures.ts';

/**
 * `kyc measures check`: each measure of a file with its days, or the place of each fault. 1 when there is one.
 * @throws CouldNotTellError when the file cannot be read
 */
export function measuresCheck(path: string): 0 | 1 {
  const read = readMeasures(path);
  const terms = shippedMeasureTerms();
  const palette = paletteFor(process.stdout);
  const lines = read.flatMap((each) =>
    'faults' in each
      ? faultLines(each, palette)
      : shown(each.measure, measureDates(each.measure, terms), palette),
  );
  process.stdout.write(`${lines.join('\n')}\n`);
  return read.some((each) => 'faults' in each) ? 1 : 0;
}

function faultLines(
  { place, faults }: Extract<ReadMeasure, { faults: unknown }>,
  palette: Palette,
): string[] {
  return faults.map(({ pointer, problem }) =>
    palette.bad(`FAULT     ${place} ${pointer || '(whole measure)'}: ${problem}`),
  );
}

function shown(
  { id, standing, subject, effect, appliesTo }: SpecialMeasure,
  dates: MeasureDates,
  palette: Palette,
) {
  const whom =
    subject.kind === 'person'
      ? `the person ${subject.name} and ${subject.linkedEntities.length} linked entities`
      : [...subject.places, ...subject.regions.map(({ name }) => name)].join(', ');
  const what = effect.kind === 'prohibit' ? 'prohibit' : `conditions ${effect.conditions.join(', ')}`;
  return [
    palette.strong(`${id}  ${standing === 'exercise' ? 'an exercise, no determination' : 'determined'}`),
    `means     ${whom}`,
    `effect    ${what}, at ${appliesTo.join(', ')}`,
    `made      ${dates.determinedOn}`,
    ...(dates.stated === null ? [] : [`from      ${dates.stated}, as the determination says`]),
    ...dates.readings.map(({ reading, from }) => {
      const counted = reading === 'determination' ? 'the determination' : 'the issue of final regulations';
      return `earliest  ${from ?? 'not yet: there are none'}, counted from ${counted} (${dates.rule})`;
    }),
    `last day  ${dates.expiresOn}${dates.isExtended ? ', extended' : ', unless extended'}`,
    palette.faint(
      '          The section was proposed in 2024 and never made final: nothing of this binds anybody today.',
    ),
  ];
}
