import type { Json } from '../../../asl/json.ts';
import type { Surroundings } from '../../../surroundings.ts';
import type { JsonObject, JsonOperation } from '../../json-protocol.ts';
import type { TokenDesk } from '../token-desk.ts';
import { checkJson, optionalText, requiredText } from './inputs.ts';

/** SendTaskSuccess, SendTaskFailure and SendTaskHeartbeat, each allowed on the machine that gave the token out. */
export function tokenOperations(surroundings: Surroundings, desk: TokenDesk): Record<string, JsonOperation> {
  const permitted = (input: JsonObject, caller: string, action: string): string => {
    const { token, machineArn } = desk.find(requiredText(input, 'taskToken'));
    surroundings.access.demand(caller, `states:${action}`, machineArn);
    return token;
  };
  return {
    SendTaskSuccess: (input, caller) => {
      const token = permitted(input, caller, 'SendTaskSuccess');
      const output = checkJson(requiredText(input, 'output'), 'output', 'InvalidOutput');
      desk.answer(token, { output: JSON.parse(output) as Json });
      return {};
    },
    SendTaskFailure: (input, caller) => {
      const token = permitted(input, caller, 'SendTaskFailure');
      const error = optionalText(input, 'error') ?? 'States.TaskFailed';
      desk.answer(token, { error, cause: optionalText(input, 'cause') ?? '' });
      return {};
    },
    SendTaskHeartbeat: (input, caller) => {
      desk.beat(permitted(input, caller, 'SendTaskHeartbeat'));
      return {};
    },
  };
}
