import { markup } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { valueOf } from '../view.ts';
import type { View } from '../view.ts';
import { grouped, plural } from '../wording.ts';

/** The three numbers of the form, each leading to its section. */
export function keyFigures(view: View): Markup {
  const customers = valueOf(view, 'F1-11', 'jurisdictionTable');
  const owners = valueOf(view, 'F1-12', 'jurisdictionTable');
  const unverified = valueOf(view, 'F1-14', 'unverifiedAccounts');
  return markup`<ul class="figures">
${figure('customers', 'IaaS customers', customers?.total, `in ${places(customers?.rows)} (F1-11)`)}
${figure('owners', 'Foreign beneficial owners', owners?.total, `in ${places(owners?.rows)} (F1-12)`)}
${figure('unverified', 'Unverified foreign accounts', unverified?.total, 'customer identity not verified (F1-14)')}
</ul>`;
}

function figure(anchor: string, name: string, count: number | undefined, note: string): Markup {
  const shown = count === undefined ? 'not produced' : grouped(count);
  return markup`<li class="figure"><b>${shown}</b><a href="#${anchor}">${name}</a><small>${note}</small></li>`;
}

function places(rows: readonly { readonly jurisdiction: string }[] = []): string {
  const known = rows.filter((row) => row.jurisdiction !== 'unknown').length;
  const places = plural(known, 'jurisdiction', 'jurisdictions');
  return known === rows.length ? places : `${places}, some unknown`;
}
