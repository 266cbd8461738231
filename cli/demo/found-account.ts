import { accountStore } from '../../adapters/records/account-store.ts';
import { determinationStore } from '../../adapters/records/determination-store.ts';
import { z } from 'zod';
import type { Stage } from '../stage/stage.ts';
import type { ReceivedNotice } from '../stage/notice-receiver.ts';
import type { Expected } from './planted-case.ts';

const ScreeningBody = z.object({
  parties: z.array(
    z.object({
      screening: z.looseObject({ matches: z.array(z.object({ entryId: z.string() })).optional() }),
    }),
  ),
});

/** Reads how an account stands, in the terms in which a planted case says how it must. */
export async function findAccount(
  { clients, names }: Pick<Stage, 'clients' | 'names'>,
  accountId: string,
  expected: Expected,
  notices: readonly ReceivedNotice[],
): Promise<Expected | null> {
  const account = await accountStore(clients.documents, names.RecordsTable).load(accountId);
  if (!account) return null;
  const { status, permission, reasons, revision } = account;
  const taken = new Set(notices.filter((notice) => notice.account === accountId).map(({ type }) => type));
  return {
    status,
    permission,
    reasons,
    ...(expected.entry === undefined ? {} : { entry: await bestMatch({ clients, names }, accountId) }),
    ...(expected.revision === undefined ? {} : { revision }),
    ...(expected.notices === undefined
      ? {}
      : { notices: expected.notices.filter((type) => taken.has(type)) }),
  };
}

/** The listed party that any party of the account was found most like, at its latest screening. */
async function bestMatch({ clients, names }: Pick<Stage, 'clients' | 'names'>, id: string): Promise<string> {
  const bodies = await determinationStore(clients.documents, names.RecordsTable).list(id, 'screening', '');
  const entries = bodies.flatMap((body) =>
    ScreeningBody.parse(body).parties.flatMap(({ screening }) => screening.matches?.[0]?.entryId ?? []),
  );
  return entries.at(-1) ?? 'none';
}
