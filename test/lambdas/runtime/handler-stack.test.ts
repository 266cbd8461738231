import '../../support/quiet-functions.ts';
import { describe, expect, it } from 'vitest';
import { handlerStack } from '../../../lambdas/runtime/handler-stack.ts';
import { answer } from '../../../lambdas/runtime/http-answer.ts';
import { httpStack } from '../../../lambdas/runtime/http-stack.ts';
import { context } from '../verification-rig.ts';

const failing = () => Promise.reject(new SyntaxError('Unexpected token Z, "Zebulon Marker"'));
const httpEvent = { version: '2.0', headers: { 'X-Some': 'a' }, requestContext: { http: { method: 'GET' } } };

describe('the middleware of every function', () => {
  it('hands the event to the function and its result back', async () => {
    const handler = handlerStack((event) => Promise.resolve({ got: event }));
    expect(await handler({ eventId: 'evt_1' }, context)).toEqual({ got: { eventId: 'evt_1' } });
  });

  it('lets an error out by its name, without what it quotes', async () => {
    const outcome = handlerStack(failing)({}, context);
    await expect(outcome).rejects.toMatchObject({ name: 'SyntaxError' });
    await expect(outcome).rejects.not.toThrow(/Zebulon/);
  });
});

describe('the middleware behind the HTTP API', () => {
  it('gives lower-case headers in and security headers out', async () => {
    const handler = httpStack((request: { headers: Record<string, string> }) =>
      Promise.resolve(answer(200, Object.keys(request.headers))),
    );
    const { body, headers } = await handler(httpEvent, context);
    expect(JSON.parse(body)).toEqual(['x-some']);
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'Strict-Transport-Security': expect.stringContaining('max-age') as string,
    });
  });

  it('answers a plain 500 to what nobody foresaw', async () => {
    const { statusCode, body } = await httpStack(failing)(httpEvent, context);
    expect([statusCode, JSON.parse(body)]).toEqual([500, { error: 'internal error' }]);
  });
});
