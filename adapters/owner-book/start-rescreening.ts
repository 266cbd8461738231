import { ExecutionAlreadyExists, StartExecutionCommand, type SFNClient } from '@aws-sdk/client-sfn';

/** Has everybody screened against a version of the lists; once, however often it is asked. */
export type StartRescreening = (listDigest: string) => Promise<void>;

// An execution's name has at most 80 characters; half of a SHA-256 tells list versions apart.
const digitsInName = 32;

/** Needs `states:StartExecution` on the machine. */
export function startRescreening(sfn: SFNClient, stateMachineArn: string): StartRescreening {
  return async (listDigest) => {
    const name = `list-${listDigest.slice(0, digitsInName)}`;
    try {
      await sfn.send(new StartExecutionCommand({ stateMachineArn, name, input: '{}' }));
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  };
}
