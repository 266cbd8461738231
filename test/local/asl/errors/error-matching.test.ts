import { expect, test } from 'vitest';
import { errorMatches } from '../../../../local/asl/errors/error-matching.ts';

test.each([
  ['States.ALL', 'Boom', true],
  ['States.ALL', 'States.Timeout', true],
  ['States.ALL', 'States.DataLimitExceeded', false],
  ['States.ALL', 'States.Runtime', false],
  ['States.TaskFailed', 'Boom', true],
  ['States.TaskFailed', 'States.Timeout', false],
  ['States.TaskFailed', 'States.HeartbeatTimeout', false],
  ['States.Timeout', 'States.HeartbeatTimeout', true],
  ['States.HeartbeatTimeout', 'States.Timeout', false],
  ['States.DataLimitExceeded', 'States.DataLimitExceeded', true],
  ['Boom', 'boom', false],
])('%s covers %s: %s', (name, error, expected) => {
  expect(errorMatches([name], error)).toBe(expected);
});
