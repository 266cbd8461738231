import { z } from 'zod';
import {
  publicationKey,
  readPublication,
  type CurrentList,
  type ListStore,
} from '../../adapters/lists/list-store.ts';
import type { StartRescreening } from '../../adapters/owner-book/start-rescreening.ts';
import { acceptList, type ListInUse } from '../../domain/lists/accept-list.ts';
import { completePublication } from '../../domain/lists/complete-publication.ts';
import { sha256 } from '../../domain/lists/list-digest.ts';
import { ListRefusedError } from '../../domain/lists/list-refused-error.ts';
import { ofacFileNames, type OfacFileName, type OfacFiles } from '../../domain/lists/ofac-files.ts';
import { ofacSdn, readOfacSet, type ReadOfacSet } from '../../domain/lists/read-ofac-set.ts';
import { auditEntry } from '../runtime/audit-draft.ts';
import { count, note, noteTrouble } from '../runtime/observability.ts';
import type { Policies } from '../runtime/policies.ts';
import type { CommitAudited } from '../runtime/records.ts';

const Input = z.strictObject({
  /** Folder of the lists bucket that holds the official files, gzipped. */
  prefix: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9/._-]{0,199}$/),
  /** Day of the publication, which the files themselves do not carry. */
  publishedOn: z.iso.date().or(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
});

export interface Dependencies {
  readonly lists: ListStore;
  readonly commit: CommitAudited;
  readonly gate: Pick<Policies['provider']['listGate']['lists'], typeof ofacSdn>;
  readonly rescreen: StartRescreening;
  readonly now: () => Date;
}

export type ListAnswer =
  | {
      readonly verdict: 'accepted';
      readonly list: CurrentList['summary'];
      readonly carried: CurrentList['carried'];
    }
  | { readonly verdict: 'refused'; readonly because: string; readonly detail: string };

/**
 * The gate a publication passes before anybody is screened against it. What it refuses stays in the bucket, and the
 * list in use stays in use.
 */
export const acceptLists =
  (deps: Dependencies) =>
  async (input: unknown): Promise<ListAnswer> => {
    const { prefix, publishedOn } = Input.parse(input);
    const current = await deps.lists.current(ofacSdn);
    const answer = await consider(deps, { prefix, publishedOn }, current);
    // Before the first list there was nobody to hold against it; the daily run looks at those who came without one.
    if (answer.verdict === 'accepted' && current) await deps.rescreen(answer.list.digest);
    count('ListsRefused', answer.verdict === 'refused' ? 1 : 0);
    if (answer.verdict === 'refused')
      noteTrouble('LIST_REFUSED', { prefix, because: answer.because, detail: answer.detail });
    else note('LIST_ACCEPTED', { prefix, digest: answer.list.digest, entries: answer.list.entries });
    return answer;
  };

async function consider(
  deps: Dependencies,
  publication: z.infer<typeof Input>,
  current: CurrentList | null,
): Promise<ListAnswer> {
  // A day to come would bar every real publication until then.
  if (publication.publishedOn > deps.now().toISOString().slice(0, publication.publishedOn.length)) {
    return {
      verdict: 'refused',
      because: 'inTheFuture',
      detail: `${publication.publishedOn} has not come yet`,
    };
  }
  try {
    const { read, keys } = await readCandidate(deps, publication, current);
    const verdict = acceptList(await inUse(deps, current), read, deps.gate[ofacSdn]);
    if (verdict.verdict === 'refused') return verdict;
    const next = nextList(publication.publishedOn, read, keys, current, deps.now());
    if (current?.summary.digest === next.summary.digest) {
      return { verdict: 'accepted', list: current.summary, carried: current.carried };
    }
    await enter(deps, next);
    return { verdict: 'accepted', list: next.summary, carried: next.carried };
  } catch (error) {
    if (!(error instanceof ListRefusedError)) throw error;
    return { verdict: 'refused', because: 'unreadable', detail: error.message };
  }
}

/** With its parties where its files can still be read, so that losses are counted one by one. */
async function inUse(deps: Dependencies, current: CurrentList | null): Promise<ListInUse | null> {
  if (current === null) return null;
  const { summary } = current;
  try {
    const { files, publishedOn } = await earlierFiles(deps.lists, current);
    return { summary, entries: readOfacSet(files, { publishedOn }).entries };
  } catch (error) {
    // A damaged list in use must not bar the one that would replace it.
    if (error instanceof ListRefusedError) return { summary };
    throw error;
  }
}

/** Reads what is there and carries over from the list in use what OFAC did not publish with it. */
async function readCandidate(
  deps: Dependencies,
  { prefix, publishedOn }: z.infer<typeof Input>,
  current: CurrentList | null,
): Promise<{ read: ReadOfacSet; keys: Record<OfacFileName, string> }> {
  const keys = Object.fromEntries(
    ofacFileNames.map((name) => [name, publicationKey(prefix, name)]),
  ) as Record<OfacFileName, string>;
  const { sdn, ...others } = await readPublication(deps.lists, keys);
  if (!sdn) throw missing(keys.sdn);
  const absent = ofacFileNames.filter((name) => name !== 'sdn' && !others[name]);
  // A complete set stands by itself, so that it can also replace one whose files were damaged.
  const earlier = current && absent.length > 0 ? await earlierFiles(deps.lists, current) : null;
  const firstAbsent = absent[0];
  if (firstAbsent && (!earlier || !current)) throw missing(keys[firstAbsent]);
  const completed = earlier
    ? completePublication({ publishedOn, files: { sdn, ...others } }, earlier)
    : { files: { sdn, ...others } as OfacFiles, carried: {} };
  for (const name of absent) if (current) keys[name] = current.files[name].key;
  const read = readOfacSet(completed.files, {
    publishedOn,
    // A file that was carried before stems from still longer ago.
    carried: { ...completed.carried, ...carriedAgain(current, absent) },
  });
  return { read, keys };
}

function carriedAgain(current: CurrentList | null, absent: readonly OfacFileName[]): Record<string, string> {
  return Object.fromEntries(
    absent.flatMap((name) => {
      const day = current?.carried[name];
      return day === undefined ? [] : [[name, day] as const];
    }),
  );
}

async function earlierFiles(lists: ListStore, current: CurrentList) {
  const keys = Object.fromEntries(ofacFileNames.map((name) => [name, current.files[name].key]));
  const files = await readPublication(lists, keys as Record<OfacFileName, string>);
  const gone = ofacFileNames.find((name) => !files[name]);
  if (gone) throw missing(current.files[gone].key);
  return { publishedOn: current.summary.publishedOn, files: files as OfacFiles };
}

function nextList(
  publishedOn: string,
  read: ReadOfacSet,
  keys: Record<OfacFileName, string>,
  current: CurrentList | null,
  at: Date,
): CurrentList {
  const place = (name: OfacFileName) => ({ key: keys[name], sha256: read.files[name].sha256 });
  const carried = ofacFileNames.flatMap((name) => {
    const day = read.files[name].carriedFrom;
    return day ? [[name, day] as const] : [];
  });
  return {
    revision: (current?.revision ?? 0) + 1,
    summary: { ...read.summary, publishedOn },
    files: { sdn: place('sdn'), alt: place('alt'), add: place('add'), sdnComments: place('sdnComments') },
    carried: Object.fromEntries(carried),
    acceptedAt: at.toISOString(),
  };
}

async function enter(deps: Dependencies, next: CurrentList): Promise<void> {
  const entry = auditEntry('accept-lists', {
    at: deps.now(),
    action: 'list.accepted',
    subject: { kind: 'list', id: next.summary.list, revision: next.revision },
    evidence: sha256(JSON.stringify(next.files)),
    lists: next.summary.digest,
    outcome: [next.summary.publishedOn],
  });
  await deps.commit(`list ${next.summary.list}`, [deps.lists.put(next)], [entry]);
}

function missing(key: string): ListRefusedError {
  return new ListRefusedError({
    file: key,
    row: null,
    expected: 'a file in the lists bucket',
    found: 'nothing',
    whatToDo: 'Upload all files of the publication under one prefix and accept it again',
  });
}
