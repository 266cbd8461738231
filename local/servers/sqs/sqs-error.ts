import { ServiceError } from '../service-error.ts';

export function queueDoesNotExist(name: string): ServiceError {
  return new ServiceError('QueueDoesNotExist', `The specified queue does not exist: ${name}`);
}

export function invalidParameter(reason: string): ServiceError {
  return new ServiceError('InvalidParameterValue', `One or more parameters are invalid. Reason: ${reason}`);
}

export function missingParameter(name: string): ServiceError {
  return new ServiceError('MissingParameter', `The request must contain the parameter ${name}.`);
}
