import { expect, test } from 'vitest';
import { fixedMonthlyCosts, type FixedCounts } from '../../../local/meter/fixed-costs.ts';
import { readPriceList } from '../../../local/meter/price-list.ts';

const prices = readPriceList();

test.each<[name: string, counts: FixedCounts, usd: string]>([
  ['Q6: an idle queue that Lambda polls', { polledQueues: 1 }, '0.2592'],
  ['E4: a schedule every minute', { scheduledInvocations: 43_200 }, '0.0432'],
  ['C3: twelve custom metrics', { customMetrics: 12 }, '3.6'],
  ['C5: twenty alarms on one metric each', { alarmMetrics: 20 }, '2'],
  ['two keys and three secrets', { keys: 2, secrets: 3 }, '3.2'],
  ['a dashboard and a composite alarm', { dashboards: 1, compositeAlarms: 1 }, '3.5'],
  ['nothing', {}, '0'],
])('%s', (_name, counts, usd) => {
  expect(fixedMonthlyCosts(counts, prices).total.toFixed()).toBe(usd);
});

test('each resource has its own line, and a resource there is none of has none', () => {
  const { lines } = fixedMonthlyCosts({ keys: 2, secrets: 0, dashboards: 1 }, prices);
  expect(lines.map(({ resource, count, usd }) => [resource, count, usd.toFixed()])).toEqual([
    ['keys', 2, '2'],
    ['dashboards', 1, '3'],
  ]);
});
