import { relative } from 'node:path';
import type { Palette } from '../terminal/palette.ts';
import type { Expectation } from './expectations.ts';
import type { Summary } from './summary.ts';
import type { YearPlaces } from './tell-year.ts';

/** The summary as a person reads it at the end of the demonstration: 80 columns, plain text. */
export function renderSummary(summary: Summary, { storage }: YearPlaces, palette: Palette): string {
  const sections = [
    opening(summary),
    accountLines(summary),
    plantedLines(summary, palette),
    screeningLines(summary),
    noticeLines(summary),
    auditLines(summary, palette),
    costLines(summary),
    whereLines(summary, storage),
  ];
  const text = sections.map(([title = '', ...lines]) => [palette.strong(title), ...lines].join('\n'));
  return `\n${text.join('\n\n')}\n\n${closing(summary, palette)}\n`;
}

const row = (label: string, ...parts: (string | number)[]): string =>
  `  ${label.padEnd(24)}${parts.map(String).join('')}`;

function opening({ simulated, seconds, seed, starts }: Summary): string[] {
  const [from, to] = [simulated.from.slice(0, 10), simulated.to.slice(0, 10)];
  return [
    'Acme Cloud (example), a simulated year of know-your-customer',
    row('simulated time', `${from} to ${to}, in ${seconds} s (seed ${seed})`),
    ...(starts > 1 ? [row('', `killed and continued: ${starts} starts`)] : []),
    row('honestly', 'accounts and people are invented; the OFAC lists are'),
    row('', 'samples of 2021; the IaaS identification rule was'),
    row('', 'proposed in 2024 and is not in force'),
  ];
}

function accountLines({ accounts, events }: Summary): string[] {
  const widest = String(accounts.received).length;
  const line = (label: string, count: number, what: string) =>
    row(label, String(count).padStart(widest), what === '' ? '' : `  ${what}`);
  return [
    'What became of the accounts',
    line('received', accounts.received, `by ${events.sent} signed webhooks`),
    line('  verified', accounts.verified, 'full permission'),
    line('  restricted', accounts.restricted, 'something is missing, or nobody answered'),
    line('  refused', accounts.refused, 'by two people each'),
    line('  under review', accounts.underReview, 'no permission meanwhile'),
    line('US persons', accounts.usPersons, 'no more is asked of them; all are screened'),
  ];
}

function plantedLines({ expectations }: Summary, palette: Palette): string[] {
  const { planted, found, details } = expectations;
  const mark = ({ holds }: Expectation) => (holds ? palette.good('✓') : palette.bad('✗'));
  return [
    `What was planted: ${found} of ${planted} ended as they had to`,
    ...details.map((each) =>
      `  ${mark(each)} ${each.title.padEnd(60)}${palette.faint(endOf(each))}`.trimEnd(),
    ),
  ];
}

/** The end in a word, where there is one. */
function endOf({ found }: Expectation): string {
  if (typeof found !== 'object' || found === null || !('status' in found)) return '';
  return String(found.status);
}

function screeningLines({ screening, lists }: Summary): string[] {
  return [
    'Screening',
    row(
      'parties screened',
      `${screening.names}, ${screening.possibleMatches} possible matches, `,
      notScreened(screening),
    ),
    ...lists.map(({ publishedOn, entries, digest, carried }) => {
      const files = Object.keys(carried).length;
      const old = files > 0 ? `, ${files} files carried over` : '';
      return row(`OFAC SDN ${publishedOn}`, `${entries} parties, ${digest.slice(0, 12)}…${old}`);
    }),
  ];
}

function notScreened({ notScreened: count }: Summary['screening']): string {
  return `${count} could not be read`;
}

function noticeLines({ notices }: Summary): string[] {
  const types = Object.entries(notices.byType).sort(([, one], [, other]) => other - one);
  return [
    `What the provider was told: ${notices.taken} signed notices`,
    ...types.map(([type, count]) => `  ${type.padEnd(30)}${String(count).padStart(5)}`),
  ];
}

function auditLines({ audit }: Summary, palette: Palette): string[] {
  return [
    'Audit log',
    row('entries', audit.entries, ` (${audit.decisions} decisions of accounts)`),
    row('root', `${audit.rootHash.slice(0, 32)}…`),
    row(
      'verified',
      audit.verified ? palette.good('yes') : palette.bad('NO'),
      ', by code the writer does not share',
    ),
  ];
}

const usd = (amount: number): string => `USD ${amount.toFixed(4)}`;

function costLines({ meter }: Summary): string[] {
  const [flows, items] = [Object.entries(meter.byFlow), meter.byItem.slice(0, 4)];
  return [
    'What 1,000 accounts would have cost on AWS (us-east-1 list prices)',
    row('all', usd(meter.costPerThousandAccountsUsd)),
    ...flows.map(([flow, amount]) => row(`  ${flow}`, usd(amount))),
    ...items.map(({ item, usd: amount }) => `    ${item.padEnd(30)}${usd(amount)}`),
    row(
      'fixed, per month',
      `USD ${meter.fixedMonthlyUsd.toFixed(2)}, not in the above: keys, secrets, dashboard,`,
    ),
    row('', 'polling, one metric per alarm. Further metrics and'),
    row('', 'schedules: "What it costs" in the README'),
    row('', "calls are counted; Lambda time is this machine's"),
  ];
}

function whereLines({ reports, audit }: Summary, storage: string): string[] {
  const from = (path: string) => relative(process.cwd(), path);
  const report = reports.find(({ path }) => path.endsWith('report.html'));
  const manifest = reports.find(({ path }) => path.endsWith('manifest.json'));
  return [
    'Where to look',
    row('certification', from(report?.path ?? '')),
    row('its manifest', from(manifest?.path ?? '')),
    row('audit log', from(audit.path)),
    row('what AWS would keep', from(storage)),
    '',
    // With the key and the head from here: a log cut off or signed anew would verify by what lies beside it.
    'Verify the log yourself, with the key and the head that this run has seen',
    `  npm run -s kyc -- audit verify ${from(audit.path)} \\`,
    `    --vkey '${audit.vkey}' \\`,
    `    --at-least ${audit.treeSize}:${audit.rootHash}`,
  ];
}

function closing({ expectations, seconds }: Summary, palette: Palette): string {
  const { missed } = expectations;
  return missed.length === 0
    ? palette.good(`Everything ended as it had to, in ${seconds} s.`)
    : palette.bad(`MISSED: ${missed.join(', ')}`);
}
