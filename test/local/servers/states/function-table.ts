import { ServiceError } from '../../../../local/servers/service-error.ts';
import type { Service, ServiceResponse } from '../../../../local/servers/service.ts';
import type { Surroundings } from '../../../../local/surroundings.ts';

type LambdaFunction = (event: unknown) => unknown;

export interface FunctionTable extends Service {
  /** Puts a function behind a name; one that throws answers with a FunctionError, a ServiceError with that fault. */
  define(name: string, implementation: LambdaFunction): void;
  /** Every event a function was invoked with. */
  readonly invoked: { readonly name: string; readonly event: unknown; readonly caller: string }[];
}

/** Lambda as the Step Functions under test meet it: Invoke, and nothing else. */
export function functionTable(surroundings: Surroundings): FunctionTable {
  const functions = new Map<string, LambdaFunction>();
  const invoked: { name: string; event: unknown; caller: string }[] = [];
  return {
    signingName: 'lambda',
    invoked,
    define: (name, implementation) => {
      functions.set(name, implementation);
    },
    async handle({ url, body, accessKeyId: caller }) {
      const name = /functions\/([^/]+)\/invocations/.exec(url)?.[1] ?? '';
      const event: unknown = JSON.parse(body.toString('utf8'));
      try {
        const arn = `arn:aws:lambda:us-east-1:000000000000:function:${name}`;
        surroundings.access.demand(caller, 'lambda:InvokeFunction', arn);
        invoked.push({ name, event, caller });
        const implementation = functions.get(name);
        if (!implementation) throw new ServiceError('ResourceNotFoundException', `no function ${name}`, 404);
        return payload(await implementation(event), {});
      } catch (error) {
        if (error instanceof ServiceError) return fault(error);
        return functionError(error);
      }
    },
  };
}

function payload(value: unknown, headers: Readonly<Record<string, string>>): ServiceResponse {
  return { status: 200, headers, body: JSON.stringify(value ?? null) };
}

function functionError(error: unknown): ServiceResponse {
  const { name: errorType, message: errorMessage } =
    error instanceof Error ? error : new Error(String(error));
  return payload({ errorType, errorMessage, trace: [] }, { 'x-amz-function-error': 'Unhandled' });
}

function fault(error: ServiceError): ServiceResponse {
  const headers = { 'x-amzn-errortype': error.code, 'content-type': 'application/json' };
  return { status: error.status, headers, body: JSON.stringify({ Message: error.message, Type: 'User' }) };
}
