import type { Template } from '../definition.ts';
import { isJsonMap, type Json } from '../json.ts';
import { evaluate, type Bindings } from './evaluate.ts';

const expressionForm = /^\{%([\s\S]*)%\}$/;

/** The JSONata inside `{% … %}`, or undefined for plain text. */
export function expressionIn(text: string): string | undefined {
  return expressionForm.exec(text)?.[1]?.trim();
}

/** Replaces every `{% … %}` string of a template by what it evaluates to; everything else is taken as it stands. */
export async function fill(template: Template, bindings: Bindings, now: number): Promise<Json> {
  if (typeof template === 'string') {
    const source = expressionIn(template);
    return source === undefined ? template : evaluate(source, bindings, now);
  }
  if (Array.isArray(template)) {
    return Promise.all((template as readonly Template[]).map((item) => fill(item, bindings, now)));
  }
  if (!isJsonMap(template)) return template;
  const entries = Object.entries(template).map(
    async ([key, value]) => [key, await fill(value, bindings, now)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}
