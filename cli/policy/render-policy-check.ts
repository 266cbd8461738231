import type { Palette } from '../terminal/palette.ts';
import { table } from '../terminal/table.ts';
import type { PolicyCheckReport } from './policy-check.ts';

/** The report as a person reads it: the packs, then what is wrong, each with its place. */
export function renderPolicyCheck({ packs, faults }: PolicyCheckReport, palette: Palette): string {
  const rows = packs.map(({ id, version, status, dormant, asOf, digest }) => [
    ...[id, version, dormant ? `${status}, dormant` : status, asOf, `${digest.slice(0, 12)}…`],
  ]);
  const lines = faults.map(({ file, pointer, problem }) =>
    palette.bad(`FAULT     ${file ?? 'all packs'}${pointer === '' ? '' : ` ${pointer}`}: ${problem}`),
  );
  const verdict =
    faults.length === 0
      ? palette.good(`sound     ${packs.length} packs`)
      : palette.bad(`not sound ${faults.length} faults`);
  const shown =
    packs.length === 0 ? [] : [...table(['pack', 'version', 'status', 'as of', 'digest'], rows, palette), ''];
  return `${[...shown, ...lines, verdict].join('\n')}\n`;
}
