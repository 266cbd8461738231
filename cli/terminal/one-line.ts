/**
 * What somebody else wrote, fit for a terminal: control and formatting characters and line breaks are taken out, so
 * that it can neither look like a line of ours nor hide one.
 */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '');
}
