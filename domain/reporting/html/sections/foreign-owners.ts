import { jurisdictionChartAndTable } from '../jurisdiction-section.ts';
import { markup, nothing } from '../markup.ts';
import type { Markup } from '../markup.ts';
import { valueOf } from '../view.ts';
import type { Section, View } from '../view.ts';
import { plural } from '../wording.ts';
import { absent } from './absent.ts';

const ownerUnits = {
  person: 'A person who owns several customers is counted once.',
  personPerAccount: 'A person who owns several customers is counted once for each account.',
} as const;

/** F1-12. */
export function foreignOwnersSection(view: View): Section {
  const counted = valueOf(view, 'F1-12', 'jurisdictionTable');
  const body =
    counted === undefined
      ? absent(view, 'F1-12')
      : markup`<p>${ownerUnits[view.report.counting.owners.unit]} Owners whose status could not be determined are treated as foreign and shown apart.</p>
${conflicts(view)}
${jurisdictionChartAndTable(counted, { what: 'Foreign beneficial owners', statuses: ['foreign', 'undetermined'] }, view.nameOf)}`;
  return {
    anchor: 'owners',
    title: 'F1-12 Number and locations of foreign beneficial owners',
    short: 'F1-12 Owners',
    body,
  };
}

function conflicts({ report, nameOf }: View): Markup {
  const count = report.reproducibility.ownersWithConflictingLocation;
  if (count === 0) return nothing;
  return markup`<p>The accounts of ${plural(count, 'owner', 'owners')} disagree on the country; ${count === 1 ? 'that owner is' : 'those owners are'} in the row “${nameOf('unknown')}”.</p>`;
}
