import type { JsonObject } from '../../local/servers/json-protocol.ts';
import type { Service } from '../../local/servers/service.ts';

/** Calls one operation of a JSON-protocol service without the network; an error answer is thrown as `AwsAnswerError`. */
export async function jsonCall(
  service: Service,
  operation: string,
  input: JsonObject,
  accessKeyId = 'caller',
): Promise<JsonObject> {
  const answer = await service.handle({
    method: 'POST',
    url: '/',
    headers: { 'x-amz-target': `Target.${operation}` },
    body: Buffer.from(JSON.stringify(input)),
    accessKeyId,
  });
  const text = answer.body.toString();
  const members = (text === '' ? {} : JSON.parse(text)) as JsonObject;
  if (answer.status === 200) return members;
  throw new AwsAnswerError(String(members.__type), String(members.message));
}

/** Named after the code of the answer, so that a test can expect `{ name: 'DisabledException' }`. */
export class AwsAnswerError extends Error {
  constructor(code: string, message: string) {
    super(message);
    this.name = code;
  }
}
