import type { FolderReading } from '../../domain/lists/folder/folder-reading.ts';

/** What was read of a folder, what is missing and what was left: whoever screens has to know against what. */
export function describeReading({ lists, unread, sources }: FolderReading): string[] {
  return [
    ...lists.flatMap(({ summary: { list, entries, names, publishedOn }, absent }) => [
      `read      ${list}: ${entries} parties, ${names} names, published ${publishedOn ?? 'on an unknown day'}`,
      ...(absent.length === 0
        ? []
        : [`missing   ${list}: came without ${absent.join(', ')}; what they hold is not searched`]),
    ]),
    ...unread.map((each) =>
      each.because === 'superseded'
        ? `left      ${each.file}: ${each.by} holds the same list in a better form`
        : `left      ${each.file}: no official name of a list`,
    ),
    ...sources.flatMap(({ source, parties, left }) =>
      left === 'unknownSource' ? [`left      ${source}: ${parties} parties on no list of ours`] : [],
    ),
    ...leftToOfac(sources),
  ];
}

/** In one line: they are known to be left, and nobody may take the file for OFAC's lists. */
function leftToOfac(sources: FolderReading['sources']): string[] {
  const left = sources.filter((source) => source.left === 'ofacPublishesIt');
  const parties = left.reduce((sum, source) => sum + source.parties, 0);
  return parties === 0
    ? []
    : [
        `left      ${parties} parties of OFAC's in the Consolidated Screening List: only OFAC's own files are read`,
      ];
}
