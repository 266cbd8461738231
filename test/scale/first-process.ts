import { publishLists } from '../../cli/stage/publish-lists.ts';
import { startRescreening } from '../../cli/stage/rescreening-run.ts';
import { bootScaleStage, lists } from './scale-stage.ts';
import { seedBook } from './seeded-book.ts';

// Seeds the book, starts the first run, says where it can be watched, and works until it is killed.
const [assembly = '', storage = '', owners = '0'] = process.argv.slice(2);
const stage = await bootScaleStage(assembly, storage);
await publishLists(stage, lists.july.directory, lists.july.publishedOn);
await seedBook(stage, Number(owners));
const executionArn = await startRescreening(stage, { name: 'killed-half-way' });
process.stdout.write(
  `${JSON.stringify({ endpoint: stage.aws.endpoint, names: stage.names, executionArn })}\n`,
);
