import type { LocalStage } from './local-stage.ts';

const mark = 'is not authorized to perform';
const denied = new RegExp(`[^"\\\\]*${mark}[^"\\\\]*`);

/**
 * The first refusal by the template's policies that anything met, as AWS words it: principal, action, resource. Null
 * when there was none. A grant that is missing would otherwise look like work that never ends.
 */
export function firstDenied({ aws, log }: Pick<LocalStage, 'aws' | 'log'>): string | null {
  const functions = aws.lambda.functions.definitions();
  const lines = [...log, ...functions.flatMap(({ name }) => aws.lambda.logs(name))];
  const line = lines.find((each) => each.includes(mark));
  return line === undefined ? null : `AccessDenied: ${(denied.exec(line)?.[0] ?? line).trim()}`;
}
