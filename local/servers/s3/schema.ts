/**
 * `s3_version.sequence` orders the versions of a key; `is_latest` marks the one that a request without version id means,
 * so that a listing reads one index. Bodies stand last, so that reading the other columns leaves their pages alone.
 */
export const schema = `
  CREATE TABLE IF NOT EXISTS s3_bucket (
    name TEXT PRIMARY KEY,
    created_at INTEGER NOT NULL,
    versioning TEXT,
    has_object_lock INTEGER NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE IF NOT EXISTS s3_configuration (
    bucket TEXT NOT NULL REFERENCES s3_bucket (name) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (bucket, kind)
  ) WITHOUT ROWID;

  CREATE TABLE IF NOT EXISTS s3_version (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    bucket TEXT NOT NULL REFERENCES s3_bucket (name),
    key TEXT NOT NULL,
    version_id TEXT NOT NULL,
    is_latest INTEGER NOT NULL,
    is_delete_marker INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    etag TEXT NOT NULL,
    size INTEGER NOT NULL,
    details TEXT NOT NULL,
    body BLOB NOT NULL
  );
  CREATE UNIQUE INDEX IF NOT EXISTS s3_version_by_id ON s3_version (bucket, key, version_id);
  CREATE INDEX IF NOT EXISTS s3_version_by_age ON s3_version (bucket, key, sequence);
  CREATE INDEX IF NOT EXISTS s3_version_latest ON s3_version (bucket, key) WHERE is_latest = 1;

  CREATE TABLE IF NOT EXISTS s3_upload (
    id TEXT PRIMARY KEY,
    bucket TEXT NOT NULL REFERENCES s3_bucket (name) ON DELETE CASCADE,
    key TEXT NOT NULL,
    initiated_at INTEGER NOT NULL,
    checksum_algorithm TEXT,
    checksum_type TEXT NOT NULL,
    details TEXT NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE IF NOT EXISTS s3_part (
    upload TEXT NOT NULL REFERENCES s3_upload (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    etag TEXT NOT NULL,
    size INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    checksums TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (upload, number)
  );
`;
