import type { UnverifiedAccounts } from '../../form-item.ts';
import { identityResults } from '../../certified-account.ts';
import { barChart } from '../bar-chart.ts';
import type { Shade } from '../bar-chart.ts';
import { markup } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { table } from '../table.ts';
import { valueOf } from '../view.ts';
import type { Section, View } from '../view.ts';
import { grouped, identityNames, plural } from '../wording.ts';
import { absent } from './absent.ts';

type Result = (typeof identityResults)[number];

const shades: Readonly<Record<Result, Shade>> = {
  verified: 'first',
  failed: 'third',
  notPerformed: 'second',
};

/** F1-14. */
export function unverifiedAccountsSection(view: View): Section {
  const counted = valueOf(view, 'F1-14', 'unverifiedAccounts');
  return {
    anchor: 'unverified',
    title: 'F1-14 Accounts of foreign customers whose identity has not been verified',
    short: 'F1-14 Unverified',
    body: counted === undefined ? absent(view, 'F1-14') : chartAndTable(counted),
  };
}

function chartAndTable(counted: UnverifiedAccounts): Markup {
  const sum = (result: Result): number => counted.foreign[result] + counted.undetermined[result];
  const parts = identityResults.map(
    (result) => `${identityNames[result].toLowerCase()} ${grouped(sum(result))}`,
  );
  const title = 'Identity of foreign customers, by account';
  return markup`<p>The figure is <b>${plural(counted.total, 'account', 'accounts')}</b>: those where verification failed and those not yet verified. Verified accounts are shown for comparison.</p>
${barChart(
  title,
  `${title}: ${parts.join(', ')}. Every number is in the table below.`,
  identityResults.map((result) => ({ name: identityNames[result], shade: shades[result] })),
  [
    { label: 'Foreign', values: identityResults.map((result) => counted.foreign[result]) },
    { label: 'Undetermined', values: identityResults.map((result) => counted.undetermined[result]) },
  ],
)}
${resultTable(counted)}`;
}

/** The last row is the figure; verified accounts stand above it and are not in it. */
function resultTable({ total, foreign, undetermined }: UnverifiedAccounts): Markup {
  return table<Result>(
    {
      caption: 'Accounts of foreign customers by identity verification',
      narrow: 'plain',
      totalName: 'F1-14: failed and not yet verified',
    },
    [
      { heading: 'Identity of the customer', cell: (result) => identityNames[result] },
      { heading: 'Foreign', cell: (result) => foreign[result], total: foreign.failed + foreign.notPerformed },
      {
        heading: 'Undeter\u00admined',
        cell: (result) => undetermined[result],
        total: undetermined.failed + undetermined.notPerformed,
      },
      { heading: 'All', cell: (result) => foreign[result] + undetermined[result], total },
    ],
    identityResults,
  );
}
