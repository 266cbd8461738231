import { beneficialOwners, type BeneficialOwners } from '../domain/ownership/beneficial/beneficial-owners.ts';
import { ownerRow } from '../domain/ownership/beneficial/owner-row.ts';
import { BodsFormatError, type BodsFault } from '../domain/ownership/bods/bods-fault.ts';
import { bodsNetwork, type BodsNetwork } from '../domain/ownership/bods/bods-network.ts';
import type { BodsDocument } from '../domain/ownership/bods/read-statements.ts';
import { CouldNotTellError } from './outcome-errors.ts';
import { beneficialOwnerTerms } from './owners-terms.ts';
import { bodsDocuments } from './rows/bods-documents.ts';
import { writeOutput } from './rows/write-output.ts';
import { progressOn, type Progress } from './terminal/progress.ts';

export interface OwnersOptions {
  readonly input: string;
  readonly out?: string;
  readonly policy?: string;
  readonly subject?: string;
  readonly asOf?: string;
}

/** Faults named on standard error; an input with more is no near miss. */
const mostNamed = 100;

/**
 * `kyc owners`: one line for each entity, in the order of ids. 1 when a statement was refused, or shares contradict.
 * @throws CouldNotTellError when the input is none, or has no such subject
 */
export async function owners(options: OwnersOptions): Promise<0 | 1> {
  const { input, out, policy, subject, asOf = new Date().toISOString().slice(0, 10) } = options;
  const progress = progressOn(process.stderr);
  const terms = beneficialOwnerTerms(policy);
  progress.phase(`reading ${input}`);
  const network = networkOf(await bodsDocuments(input), asOf, input);
  const subjects = subjectsOf(network, subject, input);
  progress.phase('solving the shares');
  const found = beneficialOwners(network, terms);
  progress.phase('writing the owners of entities', subjects.length);
  await writeOutput(lines(subjects, found, progress), out, [input]);
  progress.end();
  for (const fault of network.faults.slice(0, mostNamed)) progress.note(sentenceOf(fault, input));
  const contradictory = [...found.shares.graph.contradictory.keys()];
  for (const entity of contradictory.slice(0, mostNamed)) {
    progress.note(
      `${input}: the shares in ${found.shares.graph.parties[entity]?.id ?? ''} add up to more than the whole`,
    );
  }
  const faults = network.faults.length + contradictory.length;
  progress.note(
    `owners    ${subjects.length} entities from ${network.statements} statements as of ${asOf}; ${faults} faults`,
  );
  return faults === 0 ? 0 : 1;
}

function networkOf(documents: readonly BodsDocument[], asOf: string, input: string): BodsNetwork {
  try {
    return bodsNetwork(documents, asOf);
  } catch (cause) {
    if (cause instanceof BodsFormatError)
      throw new CouldNotTellError(`${input}: ${cause.message}`, { cause });
    throw cause;
  }
}

interface Subject {
  readonly id: string;
  /** The entity of which the id is one of several. */
  readonly entity: string;
}

function subjectsOf(network: BodsNetwork, asked: string | undefined, input: string): Subject[] {
  const all = network.parties
    .filter(({ kind }) => kind === 'entity')
    .flatMap(({ id }) =>
      [id, ...(network.alsoKnownAs.get(id) ?? [])].map((each) => ({ id: each, entity: id })),
    )
    .sort((left, right) => (left.id < right.id ? -1 : 1));
  if (all.length === 0 && network.statements === 0) {
    const faults = network.faults.slice(0, 5).map((fault) => sentenceOf(fault, input));
    throw new CouldNotTellError(
      [`${input} holds no BODS 0.4 statement that can be used`, ...faults].join('\n'),
    );
  }
  if (asked === undefined) return all;
  const found = all.filter(({ id }) => id === asked);
  if (found.length > 0) return found;
  throw new CouldNotTellError(
    `${input} holds no entity ${asked}; expected the recordId of one of ${all.length}`,
  );
}

async function* lines(
  subjects: readonly Subject[],
  found: BeneficialOwners,
  progress: Progress,
): AsyncGenerator<string> {
  for (const { id, entity } of subjects) {
    const row = found.ownersOf(entity);
    if (row) yield `${JSON.stringify(ownerRow(row, id))}\n`;
    progress.step();
    await Promise.resolve();
  }
}

function sentenceOf({ statement, field, problem }: BodsFault, input: string): string {
  return `refused   ${input} statement ${statement}: ${field || 'the whole'} ${problem}`;
}
