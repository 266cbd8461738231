import { basename } from 'node:path';
import { measureTerms, type MeasureTerms } from '../../domain/measures/measure-dates.ts';
import { SpecialMeasure } from '../../domain/measures/special-measure.ts';
import { faultsOf, type Fault } from '../../domain/validation/faults.ts';
import { CouldNotTellError } from '../outcome-errors.ts';
import { packFiles, readPack, textOf } from '../policy/read-packs.ts';

export type ReadMeasure =
  | { readonly place: string; readonly measure: SpecialMeasure }
  | { readonly place: string; readonly faults: readonly Fault[] };

/**
 * The measures of a file that holds one, or an array of them.
 * @throws CouldNotTellError for a file that cannot be read, or is not JSON
 */
export function readMeasures(path: string): ReadMeasure[] {
  const value = jsonOf(path);
  const each = Array.isArray(value) ? (value as unknown[]) : [value];
  if (each.length === 0) throw new CouldNotTellError(`${path} holds no measure; expected one or more`);
  return each.map((item, index) => {
    const place = Array.isArray(value) ? `${basename(path)} measure ${index + 1}` : basename(path);
    const parsed = SpecialMeasure.safeParse(item);
    return parsed.success ? { place, measure: parsed.data } : { place, faults: faultsOf(parsed.error) };
  });
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(textOf(path));
  } catch (cause) {
    if (cause instanceof SyntaxError) {
      throw new CouldNotTellError(`${path} is not JSON; expected one measure or an array of them`, { cause });
    }
    throw cause;
  }
}

/** The days that the pack of the proposal gives measures. */
export function shippedMeasureTerms(): MeasureTerms {
  const [file = ''] = packFiles('us-iaas-nprm-2024');
  const pack = readPack(file);
  if (pack.kind === 'identification') return measureTerms(pack.deadlines);
  throw new CouldNotTellError(`${file} is a pack of the kind ${pack.kind}; expected identification`);
}
