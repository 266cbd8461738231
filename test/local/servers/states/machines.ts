/** Small builders of states: each test states only what matters to it. */
export const invoke = (name: string, more: object = {}): object => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Arguments: { FunctionName: name, Payload: '{% $states.input %}' },
  Output: '{% $states.result.Payload %}',
  ...more,
});

export const waitForAnswer = (name: string, more: object = {}): object => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
  Arguments: { FunctionName: name, Payload: { token: '{% $states.context.Task.Token %}' } },
  TimeoutSeconds: 3600,
  HeartbeatSeconds: 600,
  ...more,
});

export const only = (state: object, more: object = {}): object => ({
  StartAt: 'Only',
  States: { Only: { ...state, End: true }, ...more },
});

export const distributed = (state: object, more: object = {}): object =>
  only({
    Type: 'Map',
    ItemProcessor: {
      ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
      ...{ StartAt: 'Child', States: { Child: { ...state, End: true } } },
    },
    ...more,
  });
