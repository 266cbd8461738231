import { indexStore } from '../../adapters/lists/index-store.ts';
import { listRecords } from '../../adapters/lists/list-store.ts';
import { sha256 } from '../../domain/lists/list-digest.ts';
import { RunObjectMissingError } from '../../domain/rescreening/rescreening-errors.ts';
import { compileIndex } from '../../domain/screening/index/compile-index.ts';
import { matcherVersionWith } from '../../domain/screening/index/matcher-version.ts';
import type { ProofBasis } from '../../domain/screening/proof/proof-rows.ts';
import { shippedWordCounts } from '../../adapters/screening/shipped-word-counts.ts';
import type { Stage } from './stage.ts';

type Use = Pick<Stage, 'clients' | 'names'>;

/** The index that was searched, byte for byte, or why it cannot be had and what to do. */
export async function searchedIndex(
  use: Use,
  basis: ProofBasis,
): Promise<Uint8Array | { readonly missing: string }> {
  const { indexDigest } = basis;
  try {
    return await indexStore(use.clients.s3, use.names.ListsBucket).get(indexDigest);
  } catch (error) {
    if (!(error instanceof RunObjectMissingError)) throw error;
    const compiled = await compiledAgain(use, basis);
    if (compiled !== null && sha256(compiled) === indexDigest) return compiled;
    return {
      missing:
        `the index of SHA-256 ${indexDigest} is not in the lists bucket, and cannot be compiled here from the lists in use; ` +
        `bring back an earlier version of indexes/${indexDigest}.idx (the bucket keeps them), and ask again`,
    };
  }
}

/** Of the lists in use, while they are those that were searched, and by the same matcher only. */
async function compiledAgain(
  { clients, names }: Use,
  { listDigest, matcherVersion }: ProofBasis,
): Promise<Uint8Array | null> {
  const wordCounts = shippedWordCounts;
  const inUse = await listRecords(clients.documents, names.RecordsTable).inUse();
  const entriesDigest = inUse?.index?.entriesDigest;
  if (inUse?.listDigest !== listDigest || entriesDigest === undefined) return null;
  if (matcherVersion !== matcherVersionWith(wordCounts)) return null;
  const entries = await indexStore(clients.s3, names.ListsBucket).entries(listDigest, entriesDigest);
  const lists = inUse.lists.map(({ summary }) => summary);
  return entries && compileIndex(entries, { listDigest, lists, wordCounts });
}
