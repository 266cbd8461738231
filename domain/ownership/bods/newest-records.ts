import type { BodsFault } from './bods-fault.ts';
import type { ReadStatements } from './read-statements.ts';
import type { EntityStatement, PersonStatement, RelationshipStatement, Statement } from './statement.ts';

/** The records as they stand: of each, its newest statement. */
export interface NewestRecords {
  readonly entities: ReadonlyMap<string, EntityStatement>;
  readonly persons: ReadonlyMap<string, PersonStatement>;
  readonly relationships: ReadonlyMap<string, RelationshipStatement>;
  /** Records that a newest statement has ended, or whose newest statement was refused: nothing of them counts. */
  readonly gone: ReadonlySet<string>;
  readonly faults: readonly BodsFault[];
}

interface Newest {
  readonly moment: number;
  readonly order: number;
  /** Null for one that was refused. */
  readonly statement: Statement | null;
}

/** The newest statement is the one of the latest date, and of two of one date the later in the input. */
export function newestRecords({ statements, orders, refused }: ReadStatements): NewestRecords {
  const newest = new Map<string, Newest>();
  const faults: BodsFault[] = [];
  const offer = (recordId: string, candidate: Newest) => {
    const known = newest.get(recordId);
    const isNewer =
      !known ||
      candidate.moment > known.moment ||
      (candidate.moment === known.moment && candidate.order > known.order);
    if (isNewer) newest.set(recordId, candidate);
  };
  const types = new Map<string, Statement['recordType']>();
  statements.forEach((statement, index) => {
    const { recordId, recordType, statementDate, statementId } = statement;
    const type = types.get(recordId) ?? recordType;
    types.set(recordId, type);
    if (type !== recordType) {
      const problem = `must be ${type}, as a statement of the same record before has it`;
      faults.push({ statement: statementId, field: '/recordType', problem, about: [recordId] });
      return;
    }
    offer(recordId, { moment: Date.parse(statementDate), order: orders[index] ?? 0, statement });
  });
  for (const { recordId, statementDate, order } of refused) {
    // Without a date it may be the newest as well as not.
    const moment = statementDate === '' ? Infinity : Date.parse(statementDate);
    offer(recordId, { moment, order, statement: null });
  }
  return { ...sorted(newest), faults };
}

function sorted(newest: ReadonlyMap<string, Newest>): Omit<NewestRecords, 'faults'> {
  const entities = new Map<string, EntityStatement>();
  const persons = new Map<string, PersonStatement>();
  const relationships = new Map<string, RelationshipStatement>();
  const gone = new Set<string>();
  for (const [recordId, { statement }] of newest) {
    if (!statement || statement.recordStatus === 'closed') gone.add(recordId);
    else if (statement.recordType === 'entity') entities.set(recordId, statement);
    else if (statement.recordType === 'person') persons.set(recordId, statement);
    else relationships.set(recordId, statement);
  }
  return { entities, persons, relationships, gone };
}
