import { AslError } from '../../../asl/errors/asl-error.ts';
import { isJsonMap, type Json, type JsonMap } from '../../../asl/json.ts';
import type { Activity } from '../../../asl/run/activity.ts';
import type { IntegrationCall, ObjectStorage } from '../../../asl/run/ports.ts';
import type { Execution } from '../store/execution-store.ts';
import { invokeLambda } from './lambda-invoke.ts';
import { objectStorage } from './object-storage.ts';
import { putEvents, sendMessage } from './optimised-calls.ts';
import type { RoleClients } from './role-clients.ts';
import { callSdk } from './sdk-call.ts';
import { serviceError } from './service-errors.ts';
import { startExecution } from './start-execution.ts';

/** A Task's call together with who makes it. */
export interface RoleCall extends IntegrationCall {
  /** Access key id of the machine's role. */
  readonly role: string;
  readonly execution: Execution;
  readonly activity: Activity;
  finished(arn: string): Promise<void>;
}

/** Calls other services over the wire, signed by the machine's role. */
export class Integrations {
  readonly #clients: RoleClients;

  constructor(clients: RoleClients) {
    this.#clients = clients;
  }

  objectsFor(role: string): ObjectStorage {
    return objectStorage(this.#clients.of(role).s3);
  }

  /** @throws AslError named as AWS names the service's error */
  async call(call: RoleCall): Promise<Json> {
    if (!isJsonMap(call.args)) {
      throw new AslError('States.Runtime', `Arguments must be an object; found ${JSON.stringify(call.args)}`);
    }
    try {
      return await this.#dispatch(call, call.args);
    } catch (thrown) {
      call.signal.throwIfAborted();
      throw serviceError(call.resource, thrown);
    }
  }

  #dispatch(call: RoleCall, args: JsonMap): Promise<Json> {
    const { resource, signal } = call;
    const clients = this.#clients.of(call.role);
    if (resource.isSdk) return callSdk(clients, resource, args, signal);
    switch (resource.service) {
      case 'lambda':
        return invokeLambda(clients.lambda, args, signal);
      case 'states':
        return startExecution(clients.sfn, call, args);
      case 'sqs':
        return sendMessage(clients, call, args);
      case 'events':
        return putEvents(clients, call, args);
      default:
        return callSdk(clients, resource, args, signal);
    }
  }
}
