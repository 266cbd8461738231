import { isJsonMap, type Json, type JsonMap } from '../json.ts';

export interface Successor {
  /** Where it is written: `Next`, `Default`, `Choices[0].Next`, `Catch[1].Next`. */
  readonly field: string;
  readonly next: string;
}

/** Every state that can follow a state, with the field that says so. */
export function successors(state: JsonMap): readonly Successor[] {
  const direct = ['Next', 'Default'].map((field) => ({ field, next: state[field] }));
  const listed = ['Choices', 'Catch'].flatMap((field) =>
    mapsIn(state[field]).map((rule, index) => ({ field: `${field}[${index}].Next`, next: rule.Next })),
  );
  return [...direct, ...listed].filter((found): found is Successor => typeof found.next === 'string');
}

/** The objects of a list; whatever is not a list has none. */
export function mapsIn(value: Json | undefined): readonly JsonMap[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter((item) => isJsonMap(item)) : [];
}
