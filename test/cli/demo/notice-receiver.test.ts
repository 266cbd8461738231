import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { NoticeReceiver } from '../../../cli/stage/notice-receiver.ts';
import { postEvent } from '../../../cli/stage/post-event.ts';

const secret = Buffer.alloc(33, 'n').toString('base64');
const now = new Date('2026-03-02T09:00:00Z');
const body = (account: string) =>
  JSON.stringify({ type: 'account.permission.changed', timestamp: now.toISOString(), data: { account } });

describe('the stand-in for the provider', () => {
  const open: NoticeReceiver[] = [];

  async function receiver(file = join(mkdtempSync(join(tmpdir(), 'notices-')), 'notices.ndjson')) {
    const downFor = new Set(['unlucky']);
    const made = new NoticeReceiver({ file, now: () => now, secrets: () => [secret], downFor });
    open.push(made);
    return { made, file, url: await made.listen(0) };
  }

  afterEach(async () => {
    await Promise.all(open.splice(0).map((each) => each.close()));
  });

  it('takes a signed notice once, however often it comes', async () => {
    const { made, url } = await receiver();
    const first = await postEvent({ url, secret }, { id: 'n1', body: body('a') }, now);
    const second = await postEvent({ url, secret }, { id: 'n1', body: body('a') }, now);
    expect([first.status, second.status]).toEqual([204, 204]);
    expect(made.notices().map(({ id }) => id)).toEqual(['n1']);
  });

  it('turns away what another secret signed', async () => {
    const { made, url } = await receiver();
    const forged = Buffer.alloc(33, 'x').toString('base64');
    expect((await postEvent({ url, secret: forged }, { id: 'n1', body: body('a') }, now)).status).toBe(401);
    expect([made.notices().length, made.unverified]).toEqual([0, 1]);
  });

  it('is down once for the account it is told to be down for, and takes the second try', async () => {
    const { made, url } = await receiver();
    const send = () => postEvent({ url, secret }, { id: 'n1', body: body('unlucky') }, now);
    expect([(await send()).status, (await send()).status]).toEqual([500, 204]);
    expect(made.takenAtSecondTry()).toEqual(['n1']);
  });

  it('remembers after a restart what it has taken', async () => {
    const { file, url } = await receiver();
    await postEvent({ url, secret }, { id: 'n1', body: body('a') }, now);
    const { made } = await receiver(file);
    expect(made.notices().map(({ id, account }) => [id, account])).toEqual([['n1', 'a']]);
  });
});
