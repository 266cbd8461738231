import { KycError } from '../../domain/errors/kyc-error.ts';

/**
 * What of an error may leave the function: into the log and into the history of the execution. Our own errors and
 * those of AWS carry ids only. Any other message may quote what it choked on (a JSON parser quotes the text), so only
 * its name goes out.
 */
export function withholdDetails(error: unknown): Error {
  if (error instanceof KycError || isServiceException(error)) return error;
  const name = error instanceof Error ? error.name : typeof error;
  const withheld = new Error(`${name}: the message is withheld, as it may quote personal data`);
  withheld.name = name;
  withheld.stack = [withheld.message, ...framesOf(error)].join('\n');
  return withheld;
}

function isServiceException(error: unknown): error is Error {
  return error instanceof Error && '$fault' in error;
}

const frameForm = /^ {4}at .*:\d+:\d+\)?$/;

/** Where it happened. The message is cut out first: one of its lines may look like a place. */
function framesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const withoutMessage = (error.stack ?? '').replace(error.message, () => '');
  return withoutMessage.split('\n').filter((line) => frameForm.test(line));
}
