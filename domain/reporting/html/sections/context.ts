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
export function contextSection({ report }: View): Section {
  const { context } = report;
  return {
    anchor: 'context',
    title: 'Context, not part of the form',
    short: 'Context',
    body: markup`<p>Nothing in this section is an item of the form. It shows what the figures above were drawn from.</p>
${accountsByStatus(report.context)}
${lines(
  'Customers by person status',
  personStatuses.map((status) => [personStatusNames[status], context.customersByPersonStatus[status]]),
)}
${lines('Customers with something to look at', attention(context))}
${screeningsAndCases(context)}`,
  };
}

type Context = View['report']['context'];

function accountsByStatus({ accountsByStatus: counts }: Context): Markup {
  const title = 'Accounts by decision';
  const parts = accountStatuses.map(
    (status) => `${statusNames[status].toLowerCase()} ${grouped(counts[status])}`,
  );
  return markup`${barChart(
    title,
    `${title}: ${parts.join(', ')}.`,
    [{ name: 'Accounts', shade: 'first' }],
    accountStatuses.map((status) => ({ label: statusNames[status], values: [counts[status]] })),
  )}
${lines(
  'Accounts by decision, refused ones too',
  accountStatuses.map((status) => [statusNames[status], counts[status]]),
)}`;
}

function attention(context: Context): Line[] {
  return [
    ['In scope: customer or an owner is not a US person', context.inScopeCustomers],
    ['Foreign resellers, undetermined ones included', context.foreignResellers],
    ['With a foreign beneficial owner not verified', context.customersWithUnverifiedForeignOwner],
    ['Marked out of scope although a party is not a US person', context.scopeContradictions],
    ['Opened after the as-of instant, left out of every figure', context.openedAfterAsOf],
  ];
}

function screeningsAndCases({ screenings, cases }: Context): Markup {
  return markup`${lines('Screenings by outcome', [
    ['Clear', screenings?.clear ?? null],
    ['Possible match', screenings?.possibleMatch ?? null],
    ['Not screened', screenings?.notScreened ?? null],
  ])}
${lines('Review cases', [
  ['Opened', cases?.opened ?? null],
  ['Decided', cases?.decided ?? null],
  ['Lapsed without a decision', cases?.lapsed ?? null],
])}`;
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
