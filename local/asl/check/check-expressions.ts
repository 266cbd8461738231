import { compile } from '../expression/evaluate.ts';
import { expressionIn } from '../expression/template.ts';
import { isJsonMap, type Json, type JsonMap } from '../json.ts';
import type { Faults } from './faults.ts';

/** States inside a state are checked as states of their own. */
const innerStates: ReadonlySet<string> = new Set(['Branches', 'ItemProcessor']);

/** Every `{% … %}` of a state must parse, and `Assign` may not touch `$states`. */
export function checkExpressions(state: JsonMap, place: string, faults: Faults): void {
  for (const [field, value] of Object.entries(state)) {
    if (!innerStates.has(field)) visit(value, `${place} ${field}`, faults);
  }
}

function visit(value: Json, place: string, faults: Faults): void {
  if (typeof value === 'string') {
    checkText(value, place, faults);
  } else if (Array.isArray(value)) {
    for (const [index, item] of (value as readonly Json[]).entries())
      visit(item, `${place}[${index}]`, faults);
  } else if (isJsonMap(value)) {
    for (const [key, item] of Object.entries(value)) visit(item, `${place}.${key}`, faults);
    if (place.endsWith('Assign') && 'states' in value) faults.add(place, `$states cannot be assigned`);
  }
}

function checkText(text: string, place: string, faults: Faults): void {
  const source = expressionIn(text);
  if (source === undefined) {
    if (text.startsWith('{%') || text.endsWith('%}')) {
      faults.add(place, `'${text}' is half an expression; it must begin with {% and end with %}`);
    }
    return;
  }
  try {
    compile(source);
  } catch (error) {
    const reason = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
    faults.add(place, `'${source}' is not JSONata: ${String(reason)}`);
  }
}
