import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { AccountEvent } from '../../domain/accounts/account-event.ts';
import { accountStatuses, permissions } from '../../domain/accounts/account-status.ts';
import { chapters, scenarioEvent, type ScenarioEvent } from './scenario.ts';

/** How an account must stand. Reasons are all of them, in any order. */
const Expected = z.strictObject({
  status: z.enum(accountStatuses),
  permission: z.enum(permissions),
  reasons: z.array(z.string()),
  /** Listed party that must be the best match. */
  entry: z.string().optional(),
  /** Changes of the record, where more would mean a second effect. */
  revision: z.int().optional(),
  /** Notices the provider must have taken about the account. */
  notices: z.array(z.string()).optional(),
});
export type Expected = z.infer<typeof Expected>;

/** A party as the file writes it: what it shares with others comes from a pattern. */
const PlantedParty = z.looseObject({
  pattern: z.string(),
  id: z.string(),
  without: z.array(z.string()).default([]),
});

const PlantedEvent = z.strictObject({
  type: z.string(),
  sequence: z.int(),
  customer: PlantedParty.optional(),
  owners: z.array(PlantedParty).optional(),
  owner: PlantedParty.optional(),
});

const PlantedCase = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  title: z.string().max(60),
  chapter: z.enum(chapters),
  /** The first events of all cases go out together, then the second ones. */
  events: z.array(PlantedEvent).min(1),
  /** What two people say when the case comes to them; without it nobody answers. */
  review: z.strictObject({ verdict: z.enum(['approve', 'refuse']), because: z.string() }).optional(),
  /** When the chapter's events are through, before any review. */
  atFirst: Expected.optional(),
  /** At the end of the year. */
  atLast: Expected,
});

const PlantedFile = z.strictObject({
  at: z.record(z.enum(chapters), z.iso.datetime()),
  patterns: z.record(z.string(), z.record(z.string(), z.unknown())),
  cases: z.array(PlantedCase),
});
type PlantedFile = z.infer<typeof PlantedFile>;

export type PlantedCase = Omit<z.infer<typeof PlantedCase>, 'events'> & {
  readonly events: readonly ScenarioEvent[];
};

const file = new URL('../../data/demo/planted.json', import.meta.url);

/** The cases with a known end, as they ship. @throws ZodError when an event would be refused at the door */
export function readPlantedCases(): PlantedCase[] {
  const planted = PlantedFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  return planted.cases.map((each) => ({
    ...each,
    events: each.events.map((event) => scenarioEvent(accountEvent(planted, each, event))),
  }));
}

function accountEvent(
  { at, patterns }: PlantedFile,
  { id: account, chapter }: z.infer<typeof PlantedCase>,
  { type, customer, owners, owner, ...rest }: z.infer<typeof PlantedEvent>,
): AccountEvent {
  const party = ({ pattern, without, ...own }: z.infer<typeof PlantedParty>) => {
    const shared = patterns[pattern];
    if (!shared) throw new RangeError(`planted.json: ${account}: there is no pattern ${pattern}`);
    const whole: Record<string, unknown> = { ...shared, ...own };
    return Object.fromEntries(Object.entries(whole).filter(([field]) => !without.includes(field)));
  };
  return AccountEvent.parse({
    type,
    timestamp: at[chapter],
    data: {
      account,
      ...rest,
      ...(customer ? { customer: party(customer) } : {}),
      ...(owners ? { owners: owners.map(party) } : {}),
      ...(owner ? { owner: party(owner) } : {}),
    },
  });
}
