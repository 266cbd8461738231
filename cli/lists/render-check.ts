import type { Palette } from '../terminal/palette.ts';
import { table } from '../terminal/table.ts';
import type { CheckReport, ListReport } from './check-folder.ts';

const columns = ['list', 'verdict', 'parties', 'names', 'published', 'remarks', 'digest'];

/** The report as a person reads it: a table, then what is odd or new. */
export function renderCheck(report: CheckReport, palette: Palette): string {
  const [head = '', ...rows] = table(columns, report.lists.map(cellsOf), palette);
  const lines = [
    head,
    ...rows.map((row, place) =>
      report.lists[place]?.verdict.verdict === 'accepted' ? row : palette.bad(row),
    ),
    '',
    ...report.lists.flatMap((list) => detailsOf(list, palette)),
    ...report.unread.map((each) =>
      each.because === 'superseded'
        ? `left      ${each.file}: ${each.by} holds the same list in a better form`
        : `left      ${each.file}: no official name of a list`,
    ),
    ...report.staying.map((list) => `stays     ${list}: not in this folder; the list in use stays as it is`),
    ...report.sources.flatMap(({ source, parties, left }) =>
      left === 'unknownSource'
        ? [palette.bad(`UNKNOWN   ${source}: ${parties} parties on no list of ours`)]
        : [],
    ),
    `digest    ${report.digest}`,
  ];
  return `${lines.join('\n')}\n`;
}

function cellsOf({ list, verdict, parties, names, publishedOn, remarksShare, digest }: ListReport): string[] {
  return [
    list,
    verdict.verdict,
    parties === null ? '' : String(parties),
    names === null ? '' : String(names),
    publishedOn ?? 'not said',
    remarksShare === null ? '' : `${(remarksShare * 100).toFixed(1)} %`,
    digest === null ? '' : `${digest.slice(0, 12)}…`,
  ];
}

function detailsOf({ list, verdict, files, delta }: ListReport, palette: Palette): string[] {
  return [
    ...(verdict.verdict === 'refused'
      ? [palette.bad(`REFUSED   ${list}: ${verdict.because}: ${verdict.detail}`)]
      : []),
    ...files.map(({ file, rows, orphanRows }) => {
      const orphans = orphanRows === 0 ? '' : `, ${orphanRows} of them of no party`;
      return palette.faint(`read      ${list}: ${file}, ${rows} rows${orphans}`);
    }),
    ...(delta === null
      ? []
      : [
          `changed   ${list}: ${delta.added} added, ${delta.removed} removed, ${delta.changed} changed`,
          ...delta.examples.map((example) => `          ${example}`),
        ]),
  ];
}
