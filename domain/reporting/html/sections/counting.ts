import { markup } from '../markup.ts';
import type { Section, View } from '../view.ts';
import { locationRuleNames, statusNames } from '../wording.ts';

const ownerUnitNames = {
  person: 'One person, whatever the number of accounts',
  personPerAccount: 'One person in one account',
} as const;

/** The choices behind the figures, each with its doubt. */
export function countingSection({ report }: View): Section {
  const { counting } = report;
  const statuses = counting.customers.statuses.map((status) => statusNames[status].toLowerCase()).join(', ');
  return {
    anchor: 'counting',
    title: 'How the figures were counted',
    short: 'Counting',
    body: markup`<p>The proposal, as far as it was read, names neither a counting unit nor what “locations” means. These are choices of policy <b>${counting.id}</b>, version ${counting.version}. Another reading would give other figures.</p>
<h3>Customers: one account is one customer</h3>
<p>Accounts counted: ${statuses}.</p>
<p><b>Doubt.</b> ${counting.customers.doubt}</p>
<h3>Beneficial owners: ${ownerUnitNames[counting.owners.unit].toLowerCase()}</h3>
<p><b>Doubt.</b> ${counting.owners.doubt}</p>
<h3>Location: ${locationRuleNames[counting.location.rule].toLowerCase()}</h3>
<p><b>Doubt.</b> ${counting.location.doubt}</p>`,
  };
}
