import { jurisdictionChartAndTable } from '../jurisdiction-section.ts';
import { markup } from '../markup.ts';
import { valueOf } from '../view.ts';
import type { Section, View } from '../view.ts';
import { locationRuleNames } from '../wording.ts';
import { absent } from './absent.ts';

/** F1-11. */
export function customersSection(view: View): Section {
  const counted = valueOf(view, 'F1-11', 'jurisdictionTable');
  const { location } = view.report.counting;
  const body =
    counted === undefined
      ? absent(view, 'F1-11')
      : markup`<p>Location is the ${locationRuleNames[location.rule].toLowerCase()}. Customers whose status as a US person could not be determined are treated as foreign and shown apart.</p>
${jurisdictionChartAndTable(counted, { what: 'IaaS customers', statuses: ['foreign', 'us', 'undetermined'] }, view.nameOf)}`;
  return {
    anchor: 'customers',
    title: 'F1-11 Number and locations of IaaS customers',
    short: 'F1-11 Customers',
    body,
  };
}
