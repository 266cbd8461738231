import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { AslError } from '../../../asl/errors/asl-error.ts';
import { isJsonMap, type Json, type JsonMap } from '../../../asl/json.ts';

/**
 * Invokes a function and waits for its answer.
 * @throws AslError named after the function's `errorType`, its cause the function's whole error payload
 */
export async function invokeLambda(
  lambda: LambdaClient,
  args: JsonMap,
  abortSignal: AbortSignal,
): Promise<Json> {
  const { FunctionName, Payload, Qualifier } = args;
  const command = new InvokeCommand({
    FunctionName: typeof FunctionName === 'string' ? FunctionName : JSON.stringify(FunctionName ?? null),
    Payload: Buffer.from(JSON.stringify(Payload ?? {})),
    ...(typeof Qualifier === 'string' ? { Qualifier } : {}),
  });
  const answer = await lambda.send(command, { abortSignal });
  const text = Buffer.from(answer.Payload ?? []).toString('utf8');
  if (answer.FunctionError !== undefined) throw functionError(text);
  return {
    ExecutedVersion: answer.ExecutedVersion ?? '$LATEST',
    Payload: text === '' ? null : (JSON.parse(text) as Json),
    StatusCode: answer.StatusCode ?? 200,
  };
}

function functionError(payload: string): AslError {
  const told = payload === '' ? null : (JSON.parse(payload) as Json);
  const type = isJsonMap(told) ? told.errorType : undefined;
  // AWS's name for a function that died without saying why.
  return new AslError(typeof type === 'string' && type !== '' ? type : 'Lambda.Unknown', payload);
}
