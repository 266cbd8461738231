import assert from 'node:assert/strict';
import { ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import type { Check } from '../check.ts';
import { inBucket } from './temporary-bucket.ts';

export const listingChecks: readonly Check[] = [
  {
    service: 's3',
    rule: 'lists keys in UTF-8 order, page by page, each once',
    run: ({ s3 }) =>
      inBucket(s3, 'plain', async (Bucket) => {
        // U+FF5E comes before U+1F600 in UTF-8 and behind it in UTF-16.
        const keys = ['l', 'l/0', 'l/1', 'l/2', 'l/3', 'l/～', 'l/😀'];
        for (const Key of [...keys, 'k', 'm'].reverse()) {
          await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
        }
        const listed: (string | undefined)[] = [];
        let ContinuationToken: string | undefined;
        do {
          const page = await s3.send(
            new ListObjectsV2Command({ Bucket, Prefix: 'l', MaxKeys: 3, ContinuationToken }),
          );
          listed.push(...(page.Contents ?? []).map(({ Key }) => Key));
          ContinuationToken = page.NextContinuationToken;
        } while (ContinuationToken !== undefined);
        assert.deepEqual(listed, keys);
      }),
  },
  {
    service: 's3',
    rule: 'folds keys under a delimiter into common prefixes, across pages',
    run: ({ s3 }) =>
      inBucket(s3, 'plain', async (Bucket) => {
        for (const Key of ['a/1', 'a/2', 'b', 'c/1', 'c/2', 'd']) {
          await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
        }
        const first = await s3.send(new ListObjectsV2Command({ Bucket, Delimiter: '/', MaxKeys: 3 }));
        assert.deepEqual(first.CommonPrefixes, [{ Prefix: 'a/' }, { Prefix: 'c/' }]);
        assert.deepEqual(
          first.Contents?.map(({ Key }) => Key),
          ['b'],
        );
        const rest = await s3.send(
          new ListObjectsV2Command({
            Bucket,
            Delimiter: '/',
            ContinuationToken: first.NextContinuationToken,
          }),
        );
        assert.equal(rest.CommonPrefixes, undefined);
        assert.deepEqual(
          rest.Contents?.map(({ Key }) => Key),
          ['d'],
        );
      }),
  },
];
