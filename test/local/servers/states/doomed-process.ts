import { DatabaseSync } from 'node:sqlite';
import { emulatedStates } from './emulated-states.ts';
import { waitForAnswer } from './machines.ts';

// Runs an execution up to its wait for a token, says so on standard output, and stays until it is killed.
const aws = await emulatedStates({ database: new DatabaseSync(process.argv[2] ?? ':memory:') });
aws.functions.define('ask', () => null);
const machine = {
  StartAt: 'Before',
  States: {
    Before: { Type: 'Pass', Assign: { told: 'before' }, Next: 'Ask' },
    Ask: waitForAnswer('ask', { Output: '{% [$told, $states.result] %}', End: true }),
  },
};
const { executionArn } = await aws.run(await aws.deploy('doomed', machine));
const { token } = aws.functions.invoked[0]?.event as { token: string };
process.stdout.write(JSON.stringify({ executionArn, token }));
