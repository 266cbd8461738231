import type { ConsolidatedSource } from './consolidated/read-consolidated.ts';

/**
 * The sources that the Consolidated Screening List must hold and does not: it has been published without the SDN list.
 * @param required how each source starts
 */
export function missingSources(
  sources: readonly ConsolidatedSource[],
  required: readonly string[],
): readonly string[] {
  return required.filter((start) => !sources.some(({ source }) => source.startsWith(start)));
}
