import { z } from 'zod';
import { documentClient } from '../../adapters/aws/clients.ts';
import { readEnvironment } from '../runtime/environment.ts';
import { handlerStack } from '../runtime/handler-stack.ts';
import { noticeDelivery } from '../runtime/notice-delivery.ts';
import { Config } from './config.ts';

const Input = z.looseObject({ notices: z.array(z.string()) });

const deliver = noticeDelivery(documentClient(), readEnvironment(Config));

/** Delivers the notices of one decision, in order. */
export const handler = handlerStack(async (input, context) => {
  const { notices } = Input.parse(input);
  for (const noticeId of notices) await deliver(noticeId, context);
  return { delivered: notices.length };
});
