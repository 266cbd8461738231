import { certificationFigures } from '../../domain/reporting/certification-figures.ts';
import { account, countingPolicy, owner } from '../domain/reporting/certification-sample.ts';
import { itemsPerSecond, type Figure } from './measure.ts';

const accounts = 200_000;
const countries = ['DE', 'FR', 'BR', 'IN', 'JP', 'US'];

async function* book() {
  for (let index = 0; index < accounts; index++) {
    const country = countries[index % countries.length] ?? null;
    yield await Promise.resolve(
      account(`acct_${index}`, { country, owners: [owner(`own_${index}`, { country })] }),
    );
  }
}

/** The yearly count, streamed. */
export async function reportingFigures(): Promise<Figure[]> {
  const rate = await itemsPerSecond(accounts, 1, () =>
    certificationFigures(book(), '2026-11-23T00:00:00Z', countingPolicy),
  );
  const rssMb = process.resourceUsage().maxRSS / 1024;
  return [
    {
      name: 'accounts counted',
      value: rate,
      unit: 'accounts/s',
      remark: `${accounts} accounts with one owner each`,
    },
    {
      name: 'peak memory of this bench',
      value: rssMb,
      unit: 'MB',
      limit: { atMost: 1024 },
      remark: 'of the whole process, everything above included',
    },
  ];
}
