import { z } from 'zod';
import type { ListStore } from '../../adapters/lists/list-store.ts';
import type { ListsInUse } from '../../adapters/lists/lists-in-use.ts';
import type { StartRescreening } from '../../adapters/owner-book/start-rescreening.ts';
import type { ListSummary } from '../../domain/lists/accept-list.ts';
import {
  judgePublication,
  type EarlierList,
  type JudgedList,
  type PublicationGate,
  type RefusedList,
} from '../../domain/lists/gate/judge-publication.ts';
import { ListRefusedError } from '../../domain/lists/list-refused-error.ts';
import { readAccepted } from '../runtime/list-files.ts';
import { count, note, noteTrouble } from '../runtime/observability.ts';
import { carriedDays } from './carried-days.ts';
import { putIntoUse, type InUseDependencies } from './put-into-use.ts';
import { readPublication, type PublicationReading } from './read-publication.ts';

const Input = z.strictObject({
  /** Folder of the lists bucket that holds the official files, gzipped. */
  prefix: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9/._-]{0,199}$/),
  /** Day of the publication, of those files that do not carry it themselves. */
  publishedOn: z.iso.date().or(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
});

export interface Dependencies extends InUseDependencies {
  readonly lists: ListStore;
  readonly gate: PublicationGate['policy'];
  readonly rescreen: StartRescreening;
}

export type ListAnswer =
  | RefusedList
  | {
      readonly verdict: 'accepted';
      readonly list: string;
      readonly summary: ListSummary;
      /** File → day of the earlier publication it stems from. */
      readonly carried: Readonly<Record<string, string>>;
    };

export interface PublicationAnswer {
  readonly lists: readonly ListAnswer[];
  /** What everybody is screened against from now on; see `setDigest`. Null while there is no list at all. */
  readonly listDigest: string | null;
}

/**
 * The gate a publication passes before anybody is screened against it, list by list. What it refuses stays in the
 * bucket, and the list in use stays in use. The lists in use are compiled here, once for all who search them.
 */
export const acceptLists =
  (deps: Dependencies) =>
  async (input: unknown): Promise<PublicationAnswer> => {
    const publication = Input.parse(input);
    const inUse = await deps.lists.inUse();
    const read = await readPublication(deps.lists, publication, inUse);
    const judged = await judge(deps, read, publication.prefix, inUse);
    const accepted = judged.flatMap((list) => (list.verdict === 'accepted' ? [list.read] : []));
    const next = await putIntoUse(deps, { ...read, accepted }, inUse);
    const answers = judged.map((list) => answerOf(list, next));
    // Before the first list there was nobody to hold against it; the daily run looks at those who came without one.
    if (accepted.length > 0 && next.inUse && inUse) await deps.rescreen(next.inUse.listDigest);
    tell(answers, publication.prefix);
    return { lists: answers, listDigest: next.inUse?.listDigest ?? null };
  };

async function judge(
  deps: Dependencies,
  { reading }: PublicationReading,
  prefix: string,
  inUse: ListsInUse | null,
): Promise<JudgedList[]> {
  const today = deps.now().toISOString().slice(0, 'YYYY-MM-DD'.length);
  const before = await earlierLists(deps.lists, reading, inUse);
  const judged = judgePublication(reading, before, { policy: deps.gate, today });
  if (judged.length > 0) return judged;
  const detail = `no file of a list that is known lies under ${prefix}; upload the official files under their names`;
  return [{ verdict: 'refused', list: prefix, because: 'noList', detail }];
}

/** The lists in use, with the entries of those that this publication would replace. */
async function earlierLists(
  store: ListStore,
  { lists }: PublicationReading['reading'],
  inUse: ListsInUse | null,
): Promise<EarlierList[]> {
  const present = inUse?.lists ?? [];
  const concerned = new Set(lists.map(({ summary }) => summary.list));
  const read = await readAccepted(
    store,
    present.filter(({ summary }) => concerned.has(summary.list)),
  );
  return present.map(({ summary, files }) => {
    const entries = read.get(summary.list);
    // A damaged list in use must not bar the one that would replace it: its totals are known all the same.
    const isKnown = entries !== undefined && !(entries instanceof ListRefusedError);
    return { summary, files, ...(isKnown ? { entries } : {}) };
  });
}

function answerOf(judged: JudgedList, { refused }: { readonly refused: readonly RefusedList[] }): ListAnswer {
  if (judged.verdict === 'refused') return judged;
  const { summary } = judged.read;
  const late = refused.find(({ list }) => list === summary.list);
  if (late) return late;
  return { verdict: 'accepted', list: summary.list, summary, carried: carriedDays(judged.read) };
}

function tell(answers: readonly ListAnswer[], prefix: string): void {
  count('ListsRefused', answers.filter(({ verdict }) => verdict === 'refused').length);
  for (const answer of answers) {
    const { list } = answer;
    if (answer.verdict === 'refused') {
      noteTrouble('LIST_REFUSED', { prefix, list, because: answer.because, detail: answer.detail });
    } else {
      const { digest, entries } = answer.summary;
      note('LIST_ACCEPTED', { prefix, list, digest, entries });
    }
  }
}
