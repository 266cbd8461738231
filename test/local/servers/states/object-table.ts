import type { Service } from '../../../../local/servers/service.ts';

export interface ObjectTable extends Service {
  /** `bucket/key` → body. */
  readonly objects: Map<string, string>;
}

/** S3 as item readers and result writers meet it: GetObject, PutObject and ListObjectsV2. */
export function objectTable(): ObjectTable {
  const objects = new Map<string, string>();
  const xml = (body: string, status = 200) => ({
    status,
    headers: { 'content-type': 'application/xml' },
    body,
  });
  const list = (bucket: string, prefix: string): string => {
    const keys = [...objects.keys()].filter((path) => path.startsWith(`${bucket}/${prefix}`));
    const contents = keys.map(
      (path) =>
        `<Contents><Key>${path.slice(bucket.length + 1)}</Key><Size>${objects.get(path)?.length ?? 0}</Size>` +
        `<ETag>"e"</ETag><StorageClass>STANDARD</StorageClass><LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>`,
    );
    return `<ListBucketResult><IsTruncated>false</IsTruncated>${contents.join('')}</ListBucketResult>`;
  };
  return {
    signingName: 's3',
    objects,
    handle({ method, url, body }) {
      const { pathname, searchParams } = new URL(url, 'http://local');
      const path = decodeURIComponent(pathname).slice(1).replace(/\/$/, '');
      if (method === 'PUT') {
        objects.set(path, unframed(body));
        return Promise.resolve(xml(''));
      }
      if (searchParams.has('list-type')) {
        return Promise.resolve(xml(list(path, searchParams.get('prefix') ?? '')));
      }
      const found = objects.get(path);
      const missing =
        '<Error><Code>NoSuchKey</Code><Message>The specified key does not exist.</Message></Error>';
      return Promise.resolve(found === undefined ? xml(missing, 404) : { ...xml(found), headers: {} });
    },
  };
}

/** The SDK may send a body in aws-chunked frames: `size;…\r\n body \r\n 0\r\n trailers`. */
function unframed(body: Buffer): string {
  const text = body.toString('utf8');
  const frame = /^([0-9a-f]+)(;[^\r\n]*)?\r\n/.exec(text);
  if (!frame) return text;
  const start = frame[0].length;
  return body.subarray(start, start + parseInt(frame[1] ?? '0', 16)).toString('utf8');
}
