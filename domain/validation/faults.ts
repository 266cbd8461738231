import type { z } from 'zod';

/** One place in a document that breaks its schema. Says what was expected there, never what stood there. */
export interface Fault {
  /** RFC 6901 JSON Pointer; the empty string is the whole document. */
  readonly pointer: string;
  readonly problem: string;
}

/** Enough to repair a form in one go; a document with more faults than this is not a near miss. */
const largestNumberOfFaults = 20;
/** A key is written by others too: it may be as long as the document. */
const longestSegment = 64;

export function faultsOf(error: z.ZodError): Fault[] {
  return error.issues.flatMap(faultsOfIssue).slice(0, largestNumberOfFaults);
}

function faultsOfIssue(issue: z.core.$ZodIssue): Fault[] {
  const pointer = pointerTo(issue.path);
  if (issue.code !== 'unrecognized_keys') return [{ pointer, problem: problemOf(issue) }];
  return issue.keys
    .slice(0, largestNumberOfFaults)
    .map((key) => ({ pointer: pointer + pointerTo([key]), problem: 'is not a known key; remove it' }));
}

function pointerTo(path: readonly PropertyKey[]): string {
  return path
    .map((segment) => String(segment).slice(0, longestSegment))
    .map((segment) => `/${segment.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** What zod says where the schema has no sentence of its own. */
const saidOfEveryUnion = 'Invalid input';

/** Only texts of the schema are used: zod's own messages may quote the value, which may be a person's. */
function problemOf(issue: Exclude<z.core.$ZodIssue, z.core.$ZodIssueUnrecognizedKeys>): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${issue.expected}, and present`;
    case 'invalid_value':
      return `must be one of ${issue.values.map(String).filter(Boolean).join(', ')}`;
    case 'invalid_format':
      return formatProblem(issue);
    case 'too_big':
      return `must be at most ${issue.maximum} ${unitOf(issue.origin)}`.trimEnd();
    case 'too_small':
      return `must be at least ${issue.minimum} ${unitOf(issue.origin)}`.trimEnd();
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`;
    case 'invalid_union':
      return issue.message === saidOfEveryUnion ? 'matches none of the allowed forms' : issue.message;
    case 'invalid_key':
      return 'has a key that is not allowed';
    case 'invalid_element':
      return 'has an element that is not allowed';
    case 'custom':
      return issue.message;
  }
}

/** A pattern says little to a reader: where the schema gave its own sentence, that sentence is used. */
function formatProblem(issue: z.core.$ZodIssueInvalidStringFormat): string {
  return issue.format === 'regex' ? issue.message : `must be a valid ${issue.format}`;
}

function unitOf(origin: string): string {
  if (origin === 'string') return 'characters';
  return origin === 'array' ? 'items' : '';
}
