import type { Faults } from './faults.ts';

/** Puts a value for each `${Name}`; a placeholder without one is a fault, as it would reach AWS as plain text. */
export function substitute(text: string, values: Readonly<Record<string, string>>, faults: Faults): string {
  return text.replace(/\$\{([^}]+)\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) {
      faults.add('definition', `placeholder ${placeholder} has no substitution`);
      return placeholder;
    }
    // The text is JSON and the placeholder stands inside one of its strings.
    return JSON.stringify(value).slice(1, -1);
  });
}
