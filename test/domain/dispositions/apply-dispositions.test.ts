import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  applyDispositions,
  isInForce,
  type KnownDisposition,
} from '../../../domain/dispositions/apply-dispositions.ts';
import { disposedScreening } from '../../../domain/dispositions/disposed-screening.ts';
import { dispositionStates } from '../../../domain/dispositions/disposition-transitions.ts';
import type { PossibleMatch } from '../../../domain/screening/screening.ts';
import { disposition, facts, match, now } from './samples.ts';
import { shippedThreshold } from '../../support/shipped-threshold.ts';

const seed = 6201;
const day = (text: string) => new Date(`${text}T00:00:00.000Z`);

describe('a match that two people have marked as false', () => {
  it('does not return while both sides are what they judged', () => {
    expect(applyDispositions([match('36')], [disposition('36')], facts(), now)).toEqual({
      matches: [],
      suppressed: [{ match: match('36'), disposition: 'dsp_36' }],
      returned: [],
    });
  });

  it('does not return because a list or a publisher put things in another order', () => {
    const reordered = facts(
      { countries: ['BE', 'FR'], otherNames: ['Mira T.', 'M. Testperson', 'Mira T.'] },
      { countries: ['IQ', 'IR'] },
    );
    expect(applyDispositions([match('36')], [disposition('36')], reordered, now).matches).toEqual([]);
  });

  it('does not return because a publisher wrote a date of birth in other words', () => {
    const [born] = disposition('36').entry.birthDates;
    const rewritten = facts({}, { birthDates: born ? [{ ...born, text: 'born 1950' }] : [] });
    expect(applyDispositions([match('36')], [disposition('36')], rewritten, now).matches).toEqual([]);
  });

  it('does not return because its score or its reasons have changed', () => {
    const scored = { ...match('36', 0.99), name: 'LISTED, Uno' };
    expect(applyDispositions([scored], [disposition('36')], facts(), now).matches).toEqual([]);
  });

  it.each([
    ['another name', { name: 'Mira Otherperson' }, ['name']],
    ['a birth date no longer given', { birthDate: undefined }, ['birthDate']],
    ['another country', { countries: ['FR', 'SY'] }, ['countries']],
    ['a wallet', { identifiers: [{ kind: 'wallet', value: 'bc1' }] }, ['identifiers']],
    ['several at once', { kind: 'entity', otherNames: [] }, ['otherNames', 'kind']],
  ] as const)(
    'returns when the customer has %s, and the fields are named without their values',
    (_name, data, fields) => {
      const { matches, returned } = applyDispositions([match('36')], [disposition('36')], facts(data), now);
      expect(matches).toEqual([match('36')]);
      expect(returned).toEqual([
        {
          match: match('36'),
          disposition: 'dsp_36',
          because: 'dataChanged',
          difference: { data: fields, entry: [] },
        },
      ]);
    },
  );

  it('returns when the list entry has changed, with what it was and is', () => {
    const [first] = disposition('36').entry.birthDates;
    const changed = facts({}, { birthDates: [], countries: ['IQ', 'IR', 'SY'] });
    const [returned] = applyDispositions([match('36')], [disposition('36')], changed, now).returned;
    expect(returned).toMatchObject({
      because: 'entryChanged',
      difference: {
        data: [],
        entry: [
          { field: 'birthDates', before: [first], after: [] },
          { field: 'countries', before: ['IR', 'IQ'], after: ['IQ', 'IR', 'SY'] },
        ],
      },
    });
  });

  it('holds to the end of its last day and returns on the next', () => {
    const marked = [disposition('36', { until: '2026-03-31' })];
    const at = (time: Date) => applyDispositions([match('36')], marked, facts(), time);
    expect(at(new Date('2026-03-31T23:59:59.999Z')).matches).toEqual([]);
    expect(at(day('2026-04-01')).returned).toMatchObject([{ because: 'expired' }]);
  });

  it('returns once it is released, and not while only one person wants that', () => {
    const by = (state: KnownDisposition['state']) =>
      applyDispositions([match('36')], [disposition('36', { state })], facts(), now);
    expect(by('releaseProposed').matches).toEqual([]);
    expect(by('released').returned).toMatchObject([{ because: 'released' }]);
  });

  it('is a match like any other as long as only one person says that it is false', () => {
    for (const state of ['proposed', 'rejected'] as const) {
      const marked = [disposition('36', { state })];
      expect(applyDispositions([match('36')], marked, facts(), now)).toEqual({
        matches: [match('36')],
        suppressed: [],
        returned: [],
      });
    }
  });

  it('stays away on the strength of the newest that holds, whatever became of earlier ones', () => {
    const marked = [
      disposition('36', { id: 'dsp_1', state: 'released' }),
      disposition('36', { id: 'dsp_2' }),
      disposition('36', { id: 'dsp_3', until: '2026-01-01' }),
    ];
    expect(applyDispositions([match('36')], marked, facts(), now).suppressed).toMatchObject([
      { disposition: 'dsp_2' },
    ]);
    const both = [disposition('36', { id: 'dsp_1' }), disposition('36', { id: 'dsp_2' })];
    expect(applyDispositions([match('36')], both, facts(), now).suppressed).toMatchObject([
      { disposition: 'dsp_2' },
    ]);
  });

  it('that is back for several reasons says people’s word first, then the party’s data, then the entry, then the time', () => {
    const over = day('2028-01-01');
    const because = (
      state: KnownDisposition['state'],
      data: Parameters<typeof facts>[0],
      listed: Parameters<typeof facts>[1],
    ) =>
      applyDispositions([match('36')], [disposition('36', { state })], facts(data, listed), over).returned[0]
        ?.because;
    const [otherData, otherEntry] = [{ countries: ['SY'] }, { countries: ['SY'] }];
    expect(because('released', otherData, otherEntry)).toBe('released');
    expect(because('confirmed', otherData, otherEntry)).toBe('dataChanged');
    expect(because('confirmed', {}, otherEntry)).toBe('entryChanged');
    expect(because('confirmed', {}, {})).toBe('expired');
  });

  it('says by the newest why it is back, where none holds', () => {
    const marked = [
      disposition('36', { id: 'dsp_1', until: '2026-01-01' }),
      disposition('36', { id: 'dsp_2', state: 'released' }),
    ];
    expect(applyDispositions([match('36')], marked, facts(), now).returned).toMatchObject([
      { disposition: 'dsp_2', because: 'released' },
    ]);
  });

  it('says nothing of another entry, nor of the same number on another list', () => {
    const elsewhere = { ...match('36'), list: 'bis-entity' };
    const found = [match('37'), elsewhere];
    expect(applyDispositions(found, [disposition('36')], facts(), now).matches).toEqual(found);
  });
});

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 40 }).map(String), { maxLength: 30 });
const known = fc.array(
  fc.record({
    entryId: fc.integer({ min: 1, max: 40 }).map(String),
    state: fc.constantFrom(...dispositionStates),
    until: fc.constantFrom('2026-02-28', '2026-03-01', '2027-03-01'),
  }),
  { maxLength: 40 },
);
const made = (drawn: readonly Pick<KnownDisposition, 'entryId' | 'state' | 'until'>[]) =>
  drawn.map((each, place) => disposition(each.entryId, { ...each, id: `dsp_${place}` }));

describe('whatever was marked', () => {
  it('nothing vanishes, and what is left keeps its order', () => {
    fc.assert(
      fc.property(ids, known, (found, drawn) => {
        const matches = found.map((id) => match(id));
        const applied = applyDispositions(matches, made(drawn), facts(), now);
        const away = new Set(applied.suppressed.map(({ match: { entryId } }) => entryId));
        expect(applied.matches).toEqual(matches.filter(({ entryId }) => !away.has(entryId)));
        expect(applied.matches.length + applied.suppressed.length).toBe(matches.length);
        expect(applied.matches).toEqual(
          expect.arrayContaining(applied.returned.map((returned) => returned.match)),
        );
      }),
      { seed },
    );
  });

  it('a suppressed match never uses up a limit: the first N left are those of a search that never met it', () => {
    fc.assert(
      fc.property(ids, known, fc.integer({ min: 1, max: 10 }), (found, drawn, limit) => {
        const marked = made(drawn);
        const standing = new Set(marked.filter((each) => isInForce(each, now)).map(({ entryId }) => entryId));
        const shown = applyDispositions(
          found.map((id) => match(id)),
          marked,
          facts(),
          now,
        ).matches;
        const never = found.filter((id) => !standing.has(id)).map((id) => match(id));
        expect(shown.slice(0, limit)).toEqual(never.slice(0, limit));
      }),
      { seed },
    );
  });

  it('comes to `clear` only where each match is in force as false, and says by whose word', () => {
    const proof = {
      listDigest: '1',
      indexDigest: '2',
      matcherVersion: 'm',
      threshold: shippedThreshold,
      queryDigest: '3',
    };
    fc.assert(
      fc.property(ids, known, (found, drawn) => {
        fc.pre(found.length > 0);
        const matches = found.map((id) => match(id));
        const marked = made(drawn);
        const screening: PossibleMatch = { outcome: 'possibleMatch', ...proof, matches };
        const disposed = disposedScreening(screening, applyDispositions(matches, marked, facts(), now));
        const isAnswered = (entryId: string) =>
          marked.some((each) => each.entryId === entryId && isInForce(each, now));
        expect(disposed.outcome).toBe(found.every(isAnswered) ? 'clear' : 'possibleMatch');
        expect(disposed.clearedBy).toHaveLength(disposed.outcome === 'clear' ? found.length : 0);
      }),
      { seed },
    );
  });

  it('leaves `notScreened` as it is: nobody has looked', () => {
    const screening = {
      ...({ outcome: 'notScreened', because: 'nameMissing', listDigest: null, indexDigest: null } as const),
      ...{ matcherVersion: 'none', threshold: 0, queryDigest: 'none' },
    };
    const disposed = disposedScreening(screening, { matches: [], suppressed: [], returned: [] });
    expect(disposed).toMatchObject({ outcome: 'notScreened', clearedBy: [] });
  });
});
