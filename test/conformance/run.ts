import { parseArgs } from 'node:util';
import type { Check } from './check.ts';
import { clientsFor } from './clients.ts';
import { dynamodbChecks } from './dynamodb.ts';
import { eventsChecks } from './events.ts';
import { kmsChecks } from './kms.ts';
import { s3Checks } from './s3.ts';
import { secretsChecks } from './secrets.ts';
import { sqsChecks } from './sqs.ts';
import { statesChecks } from './states.ts';

const usage = `npm run test:conformance -- --endpoint URL | --aws  [--service NAME]

Tries every behaviour of AWS that this project relies on against an endpoint: the embedded AWS (npm run kyc -- up
prints its URL), another emulator, or, with --aws, the account of the environment (it makes and removes small
resources there, which cost cents).

Exit code: 0 all hold, 1 some differ, 2 usage.`;

const all: readonly Check[] = [
  ...dynamodbChecks,
  ...s3Checks,
  ...sqsChecks,
  ...statesChecks,
  ...kmsChecks,
  ...secretsChecks,
  ...eventsChecks,
];

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      endpoint: { type: 'string' },
      aws: { type: 'boolean' },
      service: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help || (values.endpoint === undefined) === !values.aws) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const aws = clientsFor(values.endpoint);
  const chosen = all.filter((check) => values.service === undefined || check.service === values.service);
  let failed = 0;
  for (const check of chosen) {
    try {
      await check.run(aws);
      console.log(`ok    ${check.service.padEnd(9)} ${check.rule}`);
    } catch (error) {
      failed += 1;
      const detail = error instanceof Error ? error.message.split('\n').slice(0, 3).join(' ') : String(error);
      console.log(`DIFFERS ${check.service.padEnd(7)} ${check.rule}\n        ${detail}`);
    }
  }
  console.log(`\n${chosen.length - failed} of ${chosen.length} behaviours hold`);
  return failed === 0 && chosen.length > 0 ? 0 : 1;
}

process.exitCode = await main();
