import { documentClient, sfnClient } from '../../adapters/aws/clients.ts';
import { caseStore } from '../../adapters/records/case-store.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { handlerStack } from '../runtime/handler-stack.ts';
import { noticeDelivery } from '../runtime/notice-delivery.ts';
import { auditedCommit } from '../runtime/records.ts';
import { reviewRelease } from '../runtime/review-release.ts';
import { Config } from './config.ts';
import { openReview } from './open-review.ts';

const config = readEnvironment(Config);
const client = documentClient();
const cases = caseStore(client, config.RECORDS_TABLE);

export const handler = handlerStack(
  openReview({
    cases,
    commit: auditedCommit(client, config.AUDIT_TABLE),
    deliver: noticeDelivery(client, config),
    release: reviewRelease(sfnClient(), cases),
    now: () => new Date(),
  }),
);
