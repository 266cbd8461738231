import { Markup, markup, nothing } from './markup.ts';
import type { Renderable } from './markup.ts';
import { grouped } from './wording.ts';

export interface Column<Row> {
  readonly heading: string;
  readonly cell: (row: Row) => Renderable;
  /** Stands in a last row; the column is then numbers, aligned right. */
  readonly total?: number;
  readonly isNumber?: boolean;
}

export interface TableText {
  readonly caption: string;
  /** `rows` turns each row into a block on a narrow screen, for tables of text; `plain` keeps the grid. */
  readonly narrow: 'plain' | 'rows';
  /** Heads the last row, when columns have totals; `Total` when not given. */
  readonly totalName?: string;
}

/** A table with a caption; the first column heads its row. On a phone, what is still too wide scrolls by itself. */
export function table<Row>(text: TableText, columns: readonly Column<Row>[], rows: readonly Row[]): Markup {
  return markup`<div class="table"><table class="${text.narrow}">
<caption>${text.caption}</caption>
<thead><tr>${columns.map((column) => markup`<th scope="col"${numeric(column)}>${column.heading}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => markup`<tr>${columns.map((column, index) => cell(column, index, row))}</tr>`)}
</tbody>${totals(text.totalName ?? 'Total', columns)}
</table></div>`;
}

function cell<Row>(column: Column<Row>, index: number, row: Row): Markup {
  const value = column.cell(row);
  const shown = typeof value === 'number' ? grouped(value) : value;
  return index === 0
    ? markup`<th scope="row">${shown}</th>`
    : markup`<td${numeric(column, value)} data-heading="${column.heading}">${shown}</td>`;
}

function totals<Row>(name: string, columns: readonly Column<Row>[]): Markup {
  if (columns.every((column) => column.total === undefined)) return nothing;
  const cells = columns.slice(1).map((column) => {
    const total = column.total === undefined ? '' : grouped(column.total);
    return markup`<td${numeric(column)} data-heading="${column.heading}">${total}</td>`;
  });
  return markup`<tfoot><tr><th scope="row">${name}</th>${cells}</tr></tfoot>`;
}

function numeric<Row>(column: Column<Row>, value?: Renderable): Markup {
  if (column.total === undefined && column.isNumber !== true) return nothing;
  return value === 0 ? new Markup(' class="number zero"') : new Markup(' class="number"');
}
