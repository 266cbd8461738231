/** What lies in the bucket of the owner book, by how keys begin: who writes there, what may, and how long it is kept agree. */
export const ownerBookFolders = {
  /** Sealed facts, a shard each. */
  facts: 'book/',
  /** What runs were planned to do. */
  runs: 'runs/',
  /** Ids and codes. */
  results: 'results/',
  /** What Step Functions says became of the shards. */
  mapRuns: 'map-runs/',
} as const;

/** Of the reports bucket: the manifests of completed runs. */
export const manifestsFolder = 'rescreening/';
