import '../../support/quiet-functions.ts';
import {
  InvalidToken,
  SendTaskSuccessCommand,
  SFNClient,
  TaskDoesNotExist,
  TaskTimedOut,
} from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '../../../domain/cases/case-record.ts';
import { reviewRelease } from '../../../lambdas/runtime/review-release.ts';

const closed: CaseRecord = {
  id: 'case_1',
  revision: 3,
  accountId: 'acct_1',
  eventId: 'evt_1',
  state: 'approved',
  reasons: ['possibleMatch:p_1'],
  openedAt: '2026-03-01T12:00:00.000Z',
  dueAt: '2026-03-04T12:00:00.000Z',
  proposal: null,
  verdicts: [],
  taskToken: 'token-1',
  released: false,
};

function releasing() {
  const client = new SFNClient({ region: 'us-east-1' });
  const states = mockClient(client);
  const marked: string[] = [];
  const release = reviewRelease(client, {
    markReleased: ({ id }) => {
      marked.push(id);
      return Promise.resolve();
    },
  });
  return { states, marked, release };
}

describe('releasing the execution that waits for a case', () => {
  it('tells it the case and not the verdict, which it reads itself, and notes that it was told', async () => {
    const { states, marked, release } = releasing();
    states.on(SendTaskSuccessCommand).resolves({});
    await release(closed);
    expect(states.commandCalls(SendTaskSuccessCommand)[0]?.args[0].input).toEqual({
      taskToken: 'token-1',
      output: '{"caseId":"case_1"}',
    });
    expect(marked).toEqual(['case_1']);
  });

  it.each([
    ['still waits for a person', { state: 'proposed' } as const],
    ['was released', { released: true }],
    ['has no execution waiting yet', { taskToken: null }],
  ])('does nothing for a case that %s', async (_name, differing) => {
    const { states, marked, release } = releasing();
    await release({ ...closed, ...differing });
    expect([states.calls().length, marked]).toEqual([0, []]);
  });

  it.each([TaskTimedOut, TaskDoesNotExist, InvalidToken])(
    'is done when the execution went on by itself (%o)',
    async (Gone) => {
      const { states, marked, release } = releasing();
      states.on(SendTaskSuccessCommand).rejects(new Gone({ message: 'gone', $metadata: {} }));
      await release(closed);
      expect(marked).toEqual(['case_1']);
    },
  );

  it('stays to be done when the call failed', async () => {
    const { states, marked, release } = releasing();
    states.on(SendTaskSuccessCommand).rejects(new Error('throttled'));
    await expect(release(closed)).rejects.toThrow('throttled');
    expect(marked).toEqual([]);
  });
});
