import type { ReadList } from '../../domain/lists/read-list.ts';

/** File → day, of the files that stem from an earlier publication. */
export function carriedDays({ files }: ReadList): Record<string, string> {
  const days = Object.entries(files).map(([name, { carriedFrom }]) => [name, carriedFrom] as const);
  return Object.fromEntries(days.flatMap(([name, day]) => (day === null ? [] : [[name, day]])));
}
