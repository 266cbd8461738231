/** Group of equivalent names. */
export function equivalentsOf(_text: string): number | undefined {
  return undefined;
}
