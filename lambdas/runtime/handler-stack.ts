import middy from '@middy/core';
import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { logMetrics } from '@aws-lambda-powertools/metrics/middleware';
import { captureLambdaHandler } from '@aws-lambda-powertools/tracer/middleware';
import type { Context } from 'aws-lambda';
import { count, logger, metrics, noteTrouble, tracer } from './observability.ts';
import { withholdDetails } from './withhold-details.ts';

type Handle<Result> = (event: unknown, context: Context) => Promise<Result>;

/**
 * The one middleware stack of every function. Responses are kept out of traces: Powertools would capture them, and
 * some hold personal data.
 *
 * @param answering what turns an error into an answer; it sees the error after the log has
 */
export function handlerStack<Result>(
  handle: Handle<Result>,
  answering: readonly middy.MiddlewareObj[] = [],
): middy.MiddyfiedHandler<unknown, Result> {
  return (
    middy<unknown, Result>()
      .use(injectLambdaContext(logger, { logEvent: false, resetKeys: true }))
      .use(captureLambdaHandler(tracer, { captureResponse: false }))
      .use(logMetrics(metrics, { captureColdStartMetric: false, throwOnEmptyMetrics: false }))
      // Middy runs the error handlers of what was added last first.
      .use([...answering, failureLog()])
      .handler(handle)
  );
}

function failureLog(): middy.MiddlewareObj {
  return {
    // Zeros too: a function that never says how it ended looks the same as one that never ran.
    after: () => {
      count('FunctionFailures', 0);
    },
    onError: (request) => {
      count('FunctionFailures', 1);
      const error = withholdDetails(request.error);
      noteTrouble('FUNCTION_FAILED', { error: error.name, detail: error.message, stack: error.stack ?? '' });
      request.error = error;
    },
  };
}
