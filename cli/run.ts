import { CommanderError } from 'commander';
import { StorageInUseError } from '../local/storage-lock.ts';
import { AnswerIsNoError, CouldNotTellError } from './outcome-errors.ts';
import { program } from './program.ts';

export type ExitCode = 0 | 1 | 2;

/** Runs one command line. 0 done, 1 the answer is no, 2 could not tell (`docs/design.md`, "Command line"). */
export async function run(args: readonly string[]): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const commands = program((code) => {
    exitCode = code;
  });
  try {
    await commands.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    return explain(error);
  }
}

function explain(error: unknown): ExitCode {
  // Commander has written its message itself; asking for help or the version is no error.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof AnswerIsNoError) return complain(error.message, 1);
  if (error instanceof CouldNotTellError) return complain(error.message, 2);
  if (error instanceof StorageInUseError) return complain(error.message, 2);
  if (isPortTaken(error)) return complain(`port ${error.port} is taken; choose another with --port`, 2);
  return complain(error instanceof Error ? (error.stack ?? error.message) : String(error), 2);
}

function isPortTaken(error: unknown): error is Error & { readonly port: number } {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' && 'port' in error;
}

function complain(message: string, code: ExitCode): ExitCode {
  process.stderr.write(`${message}\n`);
  return code;
}
