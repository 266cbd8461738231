import type { JurisdictionTable } from '../form-item.ts';
import type { JurisdictionRow } from '../jurisdiction-counts.ts';
import { barChart } from './bar-chart.ts';
import type { Series } from './bar-chart.ts';
import type { NameOfJurisdiction } from './country-names.ts';
import { markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { table } from './table.ts';
import type { Column } from './table.ts';
import { grouped, plural } from './wording.ts';

/** More bars than this are no longer a picture; the table has every row. */
const barsShown = 12;

type Status = 'us' | 'foreign' | 'undetermined';

const seriesOf: Readonly<Record<Status, Series>> = {
  foreign: { name: 'Foreign', shade: 'first' },
  us: { name: 'US', shade: 'second' },
  undetermined: { name: 'Undetermined', shade: 'third' },
};

/** With a soft hyphen, so that four columns of numbers fit a phone of 360 pixels. */
const columnHeadings: Readonly<Record<Status, string>> = {
  foreign: 'Foreign',
  us: 'US',
  undetermined: 'Undeter\u00admined',
};

export interface JurisdictionText {
  readonly what: string;
  readonly statuses: readonly Status[];
}

/** A count by jurisdiction, as a picture of the largest and a table of all. */
export function jurisdictionChartAndTable(
  counted: JurisdictionTable,
  text: JurisdictionText,
  nameOf: NameOfJurisdiction,
): Markup {
  return markup`${chart(counted, text, nameOf)}
${countTable(counted, text, nameOf)}`;
}

function chart(counted: JurisdictionTable, text: JurisdictionText, nameOf: NameOfJurisdiction): Markup {
  const known = counted.rows.filter((row) => row.jurisdiction !== 'unknown');
  const unknown = counted.rows.filter((row) => row.jurisdiction === 'unknown');
  const shown = [...known.slice(0, barsShown), ...unknown];
  const rest = known.length - Math.min(known.length, barsShown);
  const title = `${text.what} by jurisdiction${rest > 0 ? `: the ${barsShown} largest of ${known.length}` : ''}`;
  const largest = known.slice(0, 3).map((row) => `${nameOf(row.jurisdiction)} ${grouped(row.total)}`);
  const alternative = `${title}. Largest: ${largest.join(', ') || 'none'}. Every number is in the table below.`;
  return barChart(
    title,
    alternative,
    text.statuses.map((status) => seriesOf[status]),
    shown.map((row) => ({
      label: nameOf(row.jurisdiction),
      values: text.statuses.map((status) => row[status]),
    })),
  );
}

function countTable(counted: JurisdictionTable, text: JurisdictionText, nameOf: NameOfJurisdiction): Markup {
  const caption = `${text.what} by jurisdiction, all ${plural(counted.rows.length, 'row', 'rows')}. One count is ${counted.unit}.`;
  const byStatus = text.statuses.map((status): Column<JurisdictionRow> => ({
    heading: columnHeadings[status],
    cell: (row) => row[status],
    total: counted.rows.reduce((sum, row) => sum + row[status], 0),
  }));
  return table<JurisdictionRow>(
    { caption, narrow: 'plain' },
    [
      { heading: 'Jurisdiction', cell: (row) => jurisdictionCell(row.jurisdiction, nameOf) },
      ...byStatus,
      { heading: 'All', cell: (row) => row.total, total: counted.total },
    ],
    counted.rows,
  );
}

function jurisdictionCell(jurisdiction: string, nameOf: NameOfJurisdiction): Markup {
  const code = jurisdiction === 'unknown' ? '' : jurisdiction;
  return markup`${nameOf(jurisdiction)} <span class="code">${code}</span>`;
}
