/** Text that is already HTML. Only `markup` makes it, so whatever else is put into a page is escaped. */
export class Markup {
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

export type Renderable = string | number | Markup | readonly Markup[];

/** A template of HTML: strings and numbers put into it are escaped, for element content and quoted attributes alike. */
export function markup(fixed: TemplateStringsArray, ...values: Renderable[]): Markup {
  const parts = fixed.map((text, index) => text + rendered(values[index] ?? ''));
  return new Markup(parts.join(''));
}

export const nothing = new Markup('');

function rendered(value: Renderable): string {
  if (value instanceof Markup) return value.toString();
  if (typeof value === 'object') return value.map((item) => item.toString()).join('\n');
  return String(value).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
