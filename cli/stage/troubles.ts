import type { LocalStage } from './local-stage.ts';

const denied = /[^"\\]*is not authorized to perform[^"\\]*/;

/**
 * The first refusal by the template's policies that anything met, as AWS words it: principal, action, resource. Null
 * when there was none. A grant that is missing would otherwise look like work that never ends.
 */
export function firstDenied({ aws, log }: Pick<LocalStage, 'aws' | 'log'>): string | null {
  const functions = aws.lambda.functions.definitions();
  const lines = [...log, ...functions.flatMap(({ name }) => aws.lambda.logs(name))];
  for (const line of lines) {
    const [message] = denied.exec(line) ?? [];
    if (message) return `AccessDenied: ${message.trim()}`;
  }
  return null;
}
