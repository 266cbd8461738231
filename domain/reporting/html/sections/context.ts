import { accountStatuses } from '../../../accounts/account-status.ts';
import { personStatuses } from '../../certified-account.ts';
import { barChart } from '../bar-chart.ts';
import { markup } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { table } from '../table.ts';
import type { Section, View } from '../view.ts';
import { grouped, personStatusNames, statusNames } from '../wording.ts';

type Line = readonly [name: string, count: number | null];

/** Figures that help to read the form and are not part of it. */
export function contextSection({ report: { context } }: View): Section {
  const body = markup`<p>Nothing in this section is an item of the form. It shows what the figures above were drawn from.</p>
${statusChart(context)}
<div class="pairs">
${lines('Accounts by decision', byStatus(context))}
${lines('Customers by person status', byPersonStatus(context))}
${lines('Screenings by outcome', screenings(context))}
${lines('Review cases', cases(context))}
</div>
${lines('Among the accounts read', attention(context))}`;
  return { anchor: 'context', title: 'Context, not part of the form', short: 'Context', body };
}

type Context = View['report']['context'];

function statusChart({ accountsByStatus: counts }: Context): Markup {
  const title = 'Accounts by decision';
  const parts = accountStatuses.map(
    (status) => `${statusNames[status].toLowerCase()} ${grouped(counts[status])}`,
  );
  return barChart(
    title,
    `${title}: ${parts.join(', ')}.`,
    [{ name: 'Accounts', shade: 'first' }],
    accountStatuses.map((status) => ({ label: statusNames[status], values: [counts[status]] })),
  );
}

function byStatus({ accountsByStatus }: Context): Line[] {
  return accountStatuses.map((status) => [statusNames[status], accountsByStatus[status]]);
}

function byPersonStatus({ customersByPersonStatus }: Context): Line[] {
  return personStatuses.map((status) => [personStatusNames[status], customersByPersonStatus[status]]);
}

function attention(context: Context): Line[] {
  return [
    ['Customers in scope: the customer or an owner is not a US person', context.inScopeCustomers],
    ['Customers that are foreign resellers, undetermined ones included', context.foreignResellers],
    ['Customers with a foreign beneficial owner not verified', context.customersWithUnverifiedForeignOwner],
    ['Customers marked out of scope although a party is not a US person', context.scopeContradictions],
    ['Accounts opened after the as-of instant, left out of every figure', context.openedAfterAsOf],
  ];
}

function screenings({ screenings: outcomes }: Context): Line[] {
  return [
    ['Clear', outcomes?.clear ?? null],
    ['Possible match', outcomes?.possibleMatch ?? null],
    ['Not screened', outcomes?.notScreened ?? null],
  ];
}

function cases({ cases: counts }: Context): Line[] {
  return [
    ['Opened', counts?.opened ?? null],
    ['Decided', counts?.decided ?? null],
    ['Lapsed without a decision', counts?.lapsed ?? null],
  ];
}

function lines(caption: string, rows: readonly Line[]): Markup {
  return table<Line>(
    { caption, narrow: 'plain' },
    [
      { heading: 'What', cell: ([name]) => name },
      { heading: 'Number', cell: ([, count]) => count ?? 'not supplied', isNumber: true },
    ],
    rows,
  );
}
