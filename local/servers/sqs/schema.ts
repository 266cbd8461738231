/**
 * Times are milliseconds since the epoch. A message is visible from `visible_at` on, which covers delay, time in flight
 * and waiting alike, so that a restart has nothing to restore.
 */
export const schema = `
  CREATE TABLE IF NOT EXISTS sqs_queue (
    name TEXT PRIMARY KEY,
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    purged_at INTEGER,
    attributes TEXT NOT NULL,
    tags TEXT NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE IF NOT EXISTS sqs_message (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    queue TEXT NOT NULL REFERENCES sqs_queue (name) ON DELETE CASCADE,
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    attributes TEXT NOT NULL,
    system_attributes TEXT NOT NULL,
    group_id TEXT,
    sent_at INTEGER NOT NULL,
    visible_at INTEGER NOT NULL,
    receive_count INTEGER NOT NULL,
    first_received_at INTEGER
  );
  CREATE INDEX IF NOT EXISTS sqs_message_visible ON sqs_message (queue, visible_at, sequence);
  CREATE INDEX IF NOT EXISTS sqs_message_in_group ON sqs_message (queue, group_id, visible_at);
  CREATE INDEX IF NOT EXISTS sqs_message_in_order ON sqs_message (queue, sequence);
  CREATE INDEX IF NOT EXISTS sqs_message_age ON sqs_message (queue, sent_at);

  CREATE TABLE IF NOT EXISTS sqs_deduplication (
    queue TEXT NOT NULL REFERENCES sqs_queue (name) ON DELETE CASCADE,
    key TEXT NOT NULL,
    sent_at INTEGER NOT NULL,
    receipt TEXT NOT NULL,
    PRIMARY KEY (queue, key)
  ) WITHOUT ROWID;
`;
