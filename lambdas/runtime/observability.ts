import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import { Tracer } from '@aws-lambda-powertools/tracer';
import { logMessages, type LogCode } from './log-messages.ts';

export const metricNamespace = 'IaasKyc';

/** Ids and codes that may stand in a log line. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

// The service is POWERTOOLS_SERVICE_NAME, which names the stage.
export const logger = new Logger();
export const tracer = new Tracer({ captureHTTPsRequests: false });
export const metrics = new Metrics({ namespace: metricNamespace });

export function note(code: LogCode, fields: LogFields): void {
  logger.info(logMessages[code], { code, ...fields });
}

export function noteTrouble(code: LogCode, fields: LogFields): void {
  logger.error(logMessages[code], { code, ...fields });
}

/** Counts, zeros too: a metric that is never sent looks the same as one that cannot be. */
export function count(name: string, value: number): void {
  metrics.addMetric(name, MetricUnit.Count, value);
}
