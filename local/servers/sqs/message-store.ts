import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { MessageAttributes } from './message-attributes.ts';

export interface NewMessage {
  readonly queue: string;
  readonly id: string;
  readonly body: string;
  readonly attributes: MessageAttributes;
  /** Those of AWS that do not change from receive to receive. */
  readonly systemAttributes: Readonly<Record<string, string>>;
  readonly groupId: string | undefined;
  /** Milliseconds since the epoch, as the two below. */
  readonly sentAt: number;
  readonly visibleAt: number;
}

export interface StoredMessage extends NewMessage {
  /** Rises with every message of any queue. */
  readonly sequence: number;
  readonly receiveCount: number;
  readonly firstReceivedAt: number | undefined;
}

export interface MessageCounts {
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
}

interface MessageRow {
  sequence: number;
  queue: string;
  id: string;
  body: string;
  attributes: string;
  system_attributes: string;
  group_id: string | null;
  sent_at: number;
  visible_at: number;
  receive_count: number;
  first_received_at: number | null;
}

export class MessageStore {
  readonly #insert: StatementSync;
  readonly #one: StatementSync;
  readonly #visible: StatementSync;
  readonly #visibleInOrder: StatementSync;
  readonly #nextVisibleAt: StatementSync;
  readonly #counts: StatementSync;
  readonly #ofQueue: StatementSync;
  readonly #update: StatementSync;
  readonly #delete: StatementSync;
  readonly #deleteExpired: StatementSync;
  readonly #deleteAll: StatementSync;

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare(
      `INSERT INTO sqs_message
         (queue, id, body, attributes, system_attributes, group_id, sent_at, visible_at, receive_count)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)`,
    );
    this.#one = database.prepare('SELECT * FROM sqs_message WHERE sequence = ?');
    this.#visible = database.prepare(
      'SELECT * FROM sqs_message WHERE queue = ? AND visible_at <= ? ORDER BY visible_at, sequence LIMIT ?',
    );
    // A group waits for each of its messages in flight, and a message for every earlier one of its group.
    this.#visibleInOrder = database.prepare(
      `SELECT * FROM sqs_message AS candidate WHERE queue = ?1 AND NOT EXISTS (
         SELECT 1 FROM sqs_message AS other
         WHERE other.queue = ?1 AND other.group_id = candidate.group_id AND other.visible_at > ?2
           AND (other.receive_count > 0 OR other.sequence <= candidate.sequence))
       ORDER BY sequence LIMIT ?3`,
    );
    this.#nextVisibleAt = database.prepare(
      'SELECT min(visible_at) AS at FROM sqs_message WHERE queue = ? AND visible_at > ?',
    );
    this.#counts = database.prepare(
      `SELECT count(*) FILTER (WHERE visible_at <= ?2) AS visible,
              count(*) FILTER (WHERE visible_at > ?2 AND receive_count > 0) AS in_flight,
              count(*) FILTER (WHERE visible_at > ?2 AND receive_count = 0) AS delayed
       FROM sqs_message WHERE queue = ?1`,
    );
    this.#ofQueue = database.prepare('SELECT * FROM sqs_message WHERE queue = ? ORDER BY sequence');
    this.#update = database.prepare(
      `UPDATE sqs_message SET queue = ?, system_attributes = ?, visible_at = ?, receive_count = ?, first_received_at = ?
       WHERE sequence = ?`,
    );
    this.#delete = database.prepare('DELETE FROM sqs_message WHERE sequence = ?');
    this.#deleteExpired = database.prepare('DELETE FROM sqs_message WHERE queue = ? AND sent_at <= ?');
    this.#deleteAll = database.prepare('DELETE FROM sqs_message WHERE queue = ?');
  }

  /** @returns its sequence */
  add(message: NewMessage): number {
    const { lastInsertRowid } = this.#insert.run(
      message.queue,
      message.id,
      message.body,
      JSON.stringify(message.attributes),
      JSON.stringify(message.systemAttributes),
      message.groupId ?? null,
      message.sentAt,
      message.visibleAt,
    );
    return Number(lastInsertRowid);
  }

  find(sequence: number): StoredMessage | undefined {
    const row = this.#one.get(sequence);
    return row && fromRow(row);
  }

  /** Messages that may be received: those that became visible first come first. */
  visible(queue: string, now: number, limit: number): StoredMessage[] {
    return this.#visible.all(queue, now, limit).map(fromRow);
  }

  /** The same under FIFO: in the order they were sent, no group overtaking itself. */
  visibleInOrder(queue: string, now: number, limit: number): StoredMessage[] {
    return this.#visibleInOrder.all(queue, now, limit).map(fromRow);
  }

  /** When the next message that is hidden now becomes visible. */
  nextVisibleAt(queue: string, now: number): number | undefined {
    return (this.#nextVisibleAt.get(queue, now)?.at as number | null | undefined) ?? undefined;
  }

  counts(queue: string, now: number): MessageCounts {
    const row = this.#counts.get(queue, now) as { visible: number; in_flight: number; delayed: number };
    return { visible: row.visible, inFlight: row.in_flight, delayed: row.delayed };
  }

  ofQueue(queue: string): StoredMessage[] {
    return this.#ofQueue.all(queue).map(fromRow);
  }

  replace(message: StoredMessage): void {
    this.#update.run(
      message.queue,
      JSON.stringify(message.systemAttributes),
      message.visibleAt,
      message.receiveCount,
      message.firstReceivedAt ?? null,
      message.sequence,
    );
  }

  remove(sequence: number): void {
    this.#delete.run(sequence);
  }

  /** @param sentUntil messages sent at this time or before are over their retention period */
  removeExpired(queue: string, sentUntil: number): void {
    this.#deleteExpired.run(queue, sentUntil);
  }

  removeAll(queue: string): void {
    this.#deleteAll.run(queue);
  }
}

function fromRow(found: Record<string, unknown>): StoredMessage {
  const row = found as unknown as MessageRow;
  return {
    sequence: row.sequence,
    queue: row.queue,
    id: row.id,
    body: row.body,
    attributes: JSON.parse(row.attributes) as MessageAttributes,
    systemAttributes: JSON.parse(row.system_attributes) as Record<string, string>,
    groupId: row.group_id ?? undefined,
    sentAt: row.sent_at,
    visibleAt: row.visible_at,
    receiveCount: row.receive_count,
    firstReceivedAt: row.first_received_at ?? undefined,
  };
}
