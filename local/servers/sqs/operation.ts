import type { z } from 'zod';
import { sqsRequests } from '../../meter/chunked-units.ts';
import type { JsonOperation } from '../json-protocol.ts';
import { parseInput } from '../parse-input.ts';
import { nameIn, queueArn, type Sqs } from './sqs.ts';

export interface Operation<Schema extends z.ZodType, Output> {
  /** IAM action; a batch has that of its single form. */
  readonly action: string;
  readonly input: Schema;
  /** The URL, ARN or name of the queue it is on; left out for actions on no queue in particular. */
  readonly queue?: (input: z.output<Schema>) => string;
  /** Bytes of message that AWS bills. */
  readonly payloadBytes?: (input: z.output<Schema>, output: Output) => number;
  run(sqs: Sqs, input: z.output<Schema>, caller: string): Output;
}

/** Reads the input, asks for the grant, runs in one transaction, and books the request, refused ones too. */
export function operation<Schema extends z.ZodType, Output>(
  sqs: Sqs,
  definition: Operation<Schema, Output>,
): JsonOperation {
  return (raw, caller) => {
    let bytes = 0;
    try {
      const input = admit(sqs, definition, raw, caller);
      const output = sqs.transact(() => definition.run(sqs, input, caller));
      bytes = definition.payloadBytes?.(input, output) ?? 0;
      return output;
    } finally {
      sqs.meter.record('sqs.request', sqsRequests(bytes), caller);
    }
  };
}

/** The input, once it is well-formed and the caller may do this. */
export function admit<Schema extends z.ZodType>(
  sqs: Sqs,
  { action, input: schema, queue }: Pick<Operation<Schema, unknown>, 'action' | 'input' | 'queue'>,
  raw: Parameters<JsonOperation>[0],
  caller: string,
): z.output<Schema> {
  const input = parseInput(schema, raw, 'InvalidParameterValue');
  const resource = queue ? queueArn(sqs, nameIn(queue(input))) : '*';
  sqs.access.demand(caller, action, resource);
  return input;
}
