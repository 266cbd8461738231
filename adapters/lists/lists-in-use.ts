import { z } from 'zod';
import { setDigest } from '../../domain/lists/list-digest.ts';

/** One accepted list: what it is, and where its files are. */
export const CurrentList = z.object({
  revision: z.int().min(1),
  summary: z.object({
    list: z.string(),
    digest: z.string(),
    publishedOn: z.string().nullable(),
    entries: z.int(),
    names: z.int(),
  }),
  /** By the name its reader gives each: `sdn` and its kin, `xml`, `consolidated`, … */
  files: z.record(z.string(), z.object({ key: z.string(), sha256: z.string() })),
  /** File → day of the earlier publication it stems from, where a publication came without that file. */
  carried: z.record(z.string(), z.string()),
  acceptedAt: z.string(),
});
export type CurrentList = z.infer<typeof CurrentList>;

/** A compiled index, and what it was compiled by: another matcher reads no index that this one wrote. */
const CompiledIndex = z.object({
  digest: z.string(),
  matcherVersion: z.string(),
  format: z.int(),
  /** SHA-256 of the entries stored beside it. Absent where they were stored before it was kept; then they are read anew. */
  entriesDigest: z.string().optional(),
});
export type CompiledIndex = z.infer<typeof CompiledIndex>;

/** All lists that everybody is screened against, and the index they were compiled into: one item, so never a mixture. */
export const ListsInUse = z.object({
  /** Counts every change, from 1. 0: derived from the one list that an earlier version had in use. */
  revision: z.int().min(0),
  /** See `setDigest`. */
  listDigest: z.string(),
  /** In order of list id. */
  lists: z.array(CurrentList).min(1),
  /** Null where nobody has compiled them yet. */
  index: CompiledIndex.nullable(),
  changedAt: z.string(),
});
export type ListsInUse = z.infer<typeof ListsInUse>;

/** The one list of an earlier version as lists in use. */
export function asOneList(current: CurrentList): ListsInUse {
  const { summary, acceptedAt } = current;
  const listDigest = setDigest([summary]);
  return { revision: 0, listDigest, lists: [current], index: null, changedAt: acceptedAt };
}
