/** The answer is no: exit code 1 (`docs/design.md`, "Command line"). */
export class AnswerIsNoError extends Error {
  override readonly name = 'AnswerIsNoError';
}

/** The command could not tell: usage, unreadable input, nothing there to ask. Exit code 2. */
export class CouldNotTellError extends Error {
  override readonly name = 'CouldNotTellError';
}
