import { inboxStore } from '../adapters/inbox/inbox-store.ts';
import { withStage, type StageOptions } from './stage/stage.ts';

const endOfTime = '9999';

/** `kyc inbox list`: ids and accounts; the events themselves stay sealed. */
export async function inboxList(options: StageOptions): Promise<void> {
  await withStage(options, async ({ clients, names }) => {
    const inbox = inboxStore(clients.documents, names.InboxTable);
    let parked = 0;
    for await (const eventId of inbox.unfinished('parked', endOfTime)) {
      const { accountId, receivedAt, attempt } = await inbox.load(eventId);
      console.log(`${eventId}  ${receivedAt}  attempt ${attempt}  ${accountId}`);
      parked += 1;
    }
    console.log(
      parked === 0 ? 'No event is parked.' : `${parked} parked. Start one again: inbox redrive EVENT`,
    );
  });
}
