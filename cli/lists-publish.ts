import { acceptedLists, publishLists, type AcceptedList } from './stage/publish-lists.ts';
import { withStage, type StageOptions } from './stage/stage.ts';

export interface ListsPublishOptions extends StageOptions {
  readonly publishedOn: string;
}

/**
 * `kyc lists publish DIR`: each list of the folder is accepted or refused by itself. Throws AnswerIsNoError when the
 * gate refuses one; that list stays in use as it was, and the others go on.
 */
export async function listsPublish(directory: string, options: ListsPublishOptions): Promise<void> {
  const answer = await withStage(options, (stage) => publishLists(stage, directory, options.publishedOn));
  for (const list of answer.lists) if (list.verdict === 'accepted') tell(list);
  if (answer.listDigest !== null) console.log(`in use    ${answer.listDigest}`);
  acceptedLists(answer);
}

function tell({ list, summary: { entries, names, publishedOn, digest }, carried }: AcceptedList): void {
  console.log(
    `accepted  ${list}: ${entries} parties, ${names} names, published ${publishedOn ?? 'on an unknown day'}`,
  );
  console.log(`digest    ${digest}`);
  for (const [file, day] of Object.entries(carried)) console.log(`carried   ${file} of ${day}`);
}
