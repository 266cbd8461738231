import { AnswerIsNoError } from './outcome-errors.ts';
import { publishList } from './stage/publish-list.ts';
import { withStage, type StageOptions } from './stage/stage.ts';

export interface ListsPublishOptions extends StageOptions {
  readonly publishedOn: string;
}

/** `kyc lists publish DIR`. Throws AnswerIsNoError when the gate refuses; the list in use stays in use. */
export async function listsPublish(directory: string, options: ListsPublishOptions): Promise<void> {
  const answer = await withStage(options, (stage) => publishList(stage, directory, options.publishedOn));
  if (answer.verdict === 'refused') throw new AnswerIsNoError(`refused: ${answer.because}: ${answer.detail}`);
  const { list, carried } = answer;
  console.log(`accepted: ${list.entries} parties, ${list.names} names, published ${list.publishedOn}`);
  console.log(`digest    ${list.digest}`);
  for (const [file, day] of Object.entries(carried)) console.log(`carried   ${file} of ${day}`);
}
