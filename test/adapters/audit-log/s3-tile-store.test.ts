import { S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { describe, expect, it, vi } from 'vitest';
import { s3TileStore } from '../../../adapters/audit-log/s3-tile-store.ts';

const bytes = Buffer.from('tile');
const tag = '"1"';

/** S3 that gives these answers to writes, one after the other; an error by its name. */
function storeAnswering(...answers: readonly string[]) {
  const client = new S3Client({});
  const given = [...answers];
  const send = vi.fn(() => {
    const name = given.shift() ?? 'InternalError';
    return name === 'stored'
      ? Promise.resolve({})
      : Promise.reject(new S3ServiceException({ name, $fault: 'client', $metadata: {} }));
  });
  Object.assign(client, { send });
  return { store: s3TileStore(client, 'log'), send };
}

const busy = 'ConditionalRequestConflict';

describe('a conditional write while another one to the same path is under way', () => {
  it('is tried again until it is done', async () => {
    const { store, send } = storeAnswering(busy, busy, 'stored');
    await store.writeOnce('tile/0/000', bytes);
    expect(send).toHaveBeenCalledTimes(3);
  });

  it('is lost only when the condition itself does not hold', async () => {
    const { store, send } = storeAnswering(busy, 'PreconditionFailed');
    expect(await store.replaceCheckpoint(bytes, tag)).toBe(false);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('fails as S3 put it after three repeats, and never as a conflict of bytes', async () => {
    const { store, send } = storeAnswering(busy, busy, busy, busy);
    await expect(store.writeOnce('tile/0/000', bytes)).rejects.toMatchObject({ name: busy });
    expect(send).toHaveBeenCalledTimes(4);
  });
});
