import '../support/quiet-functions.ts';
import { describe, expect, it } from 'vitest';
import {
  confirmedDisposition,
  dispositionsOf,
  lastScreening,
  listed,
  marked,
  onlyDisposition,
  openCase,
} from './disposition-desk.ts';
import { listedPerson, screenerFinding } from './verification-rig.ts';

const listedMatch = (entryId: string) => ({
  ...{ list: 'ofac-sdn', entryId, name: 'LISTED', score: 0.9, reasons: [] },
});

describe('the screenings that follow a disposition', () => {
  it('leave the match away, keep it in the determination, and say by whose word the party is clear', async () => {
    const { rig, updated } = await confirmedDisposition();
    await updated({ ...listed, email: 'other@example.org' });
    const { id } = onlyDisposition(rig);
    expect(rig.account().customer?.screening).toMatchObject({ outcome: 'clear', dispositions: [id] });
    expect(lastScreening(rig)).toMatchObject([
      {
        screening: { outcome: 'possibleMatch', matches: [{ entryId: '36' }] },
        disposed: { outcome: 'clear', clearedBy: [id], suppressed: [{ entryId: '36', disposition: id }] },
      },
    ]);
    expect(rig.records.entries.findLast(({ action }) => action === 'account.screened')?.outcome).toEqual([
      'clearedByPeople',
      `suppressed:${id}`,
    ]);
  });

  it('leave the match in while only one person has said that it is false', async () => {
    const { rig, propose, updated } = await openCase();
    await propose('alice');
    await updated({ ...listed, email: 'other@example.org' });
    expect(rig.account().customer?.screening?.outcome).toBe('possibleMatch');
  });

  it('bring it back when the customer’s data changes, with the fields named and no value', async () => {
    const { rig, updated } = await confirmedDisposition();
    await updated({ ...listed, birthDate: '1950-05-05' });
    expect(rig.account().customer?.screening?.outcome).toBe('possibleMatch');
    expect(lastScreening(rig)).toMatchObject([
      {
        disposed: {
          outcome: 'possibleMatch',
          returned: [{ because: 'dataChanged', difference: { data: ['birthDate'], entry: [] } }],
        },
      },
    ]);
    expect(JSON.stringify(lastScreening(rig))).not.toContain('1950-05-05');
  });

  it('bring it back when the list entry changes, with what it was and is', async () => {
    const { rig, updated } = await confirmedDisposition();
    const found = screenerFinding('Listed Person');
    rig.screener = {
      ...found,
      listDigest: '9'.repeat(64),
      entry: () => ({ ...listedPerson, countries: ['SY'] }),
    };
    await updated({ ...listed, email: 'other@example.org' });
    expect(lastScreening(rig)).toMatchObject([
      {
        disposed: {
          returned: [
            {
              because: 'entryChanged',
              difference: { entry: [{ field: 'countries', before: ['IR'], after: ['SY'] }] },
            },
          ],
        },
      },
    ]);
  });

  it('come of themselves with the next event once a disposition is confirmed, expired or released', async () => {
    const { rig, propose, say } = await openCase();
    const screened = async () => {
      const again = await rig.screen({ eventId: 'evt_again', accountId: 'acct_1' });
      return [again.screened, rig.account().customer?.screening?.outcome];
    };
    await propose('alice', { until: '2026-03-31' });
    expect(await screened()).toEqual([0, 'possibleMatch']);
    await say('bob', 'confirm');
    expect(await screened()).toEqual([1, 'clear']);
    expect(await screened()).toEqual([0, 'clear']);
    rig.now = new Date('2026-04-01T00:00:00.000Z');
    expect(await screened()).toEqual([1, 'possibleMatch']);
    expect(lastScreening(rig)).toMatchObject([{ disposed: { returned: [{ because: 'expired' }] } }]);
  });

  it('bring it back after two people have released it, and not after one', async () => {
    const { rig, say } = await confirmedDisposition();
    const outcome = async () => {
      await rig.screen({ eventId: 'evt_again', accountId: 'acct_1' });
      return rig.account().customer?.screening?.outcome;
    };
    expect(await outcome()).toBe('clear');
    expect(await say('alice', 'release')).toMatchObject({ status: 200, body: { state: 'releaseProposed' } });
    expect((await say('alice', 'release')).status).toBe(409);
    expect(await outcome()).toBe('clear');
    expect(await say('bob', 'release')).toMatchObject({ status: 200, body: { state: 'released' } });
    expect(await outcome()).toBe('possibleMatch');
    expect(lastScreening(rig)).toMatchObject([{ disposed: { returned: [{ because: 'released' }] } }]);
  });

  it('let a match be marked anew under the case that it opened', async () => {
    const { rig, call, say, updated } = await confirmedDisposition();
    await updated({ ...listed, birthDate: '1950-05-05' });
    const caseId = rig.account().openCase ?? '';
    const second = await call('alice', 'POST /cases/{caseId}/dispositions', { caseId }, marked);
    expect(second.status).toBe(200);
    await say('bob', 'confirm', String(second.body.disposition));
    await rig.screen({ eventId: 'evt_again', accountId: 'acct_1' });
    expect(rig.account().customer?.screening?.outcome).toBe('clear');
    expect(dispositionsOf(rig)).toHaveLength(2);
  });

  it('keep the entries of those still in question, however many matches people have answered', async () => {
    const { rig, updated } = await confirmedDisposition();
    const found = screenerFinding('Listed Person');
    const ids = ['36', ...Array.from({ length: 120 }, (_, place) => `${1000 + place}`)];
    rig.screener = {
      ...found,
      entry: (match) => ({ ...listedPerson, ...match }),
      screen: (query) => {
        const screening = found.screen(query);
        if (screening.outcome !== 'possibleMatch') return screening;
        return { ...screening, matches: ids.map((entryId) => listedMatch(entryId)) };
      },
    };
    await updated({ ...listed, email: 'other@example.org' });
    const [party] = lastScreening(rig) as { entries: { entryId: string }[] }[];
    const kept = party?.entries.map(({ entryId }) => entryId) ?? [];
    expect(kept).toEqual([...ids.slice(1, 101), '36']);
  });
});
