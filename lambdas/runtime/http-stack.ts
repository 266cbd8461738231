import httpErrorHandler from '@middy/http-error-handler';
import httpHeaderNormalizer from '@middy/http-header-normalizer';
import httpSecurityHeaders from '@middy/http-security-headers';
import type middy from '@middy/core';
import type { HttpAnswer } from './http-answer.ts';
import { handlerStack } from './handler-stack.ts';

/**
 * The stack of functions behind the HTTP API: lower-case headers in, security headers out, and a plain 500 for what
 * nobody foresaw.
 */
export function httpStack(
  // API Gateway shapes the request; each function reads what it needs of it and checks that.
  handle: (request: never) => Promise<HttpAnswer>,
): middy.MiddyfiedHandler<unknown, HttpAnswer> {
  return handlerStack(
    (event) => handle(event as never),
    [
      httpHeaderNormalizer(),
      httpSecurityHeaders(),
      httpErrorHandler({ logger: false, fallbackMessage: JSON.stringify({ error: 'internal error' }) }),
    ],
  );
}
