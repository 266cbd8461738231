import type { Check } from './check.ts';
import { executionChecks } from './states/executions.ts';
import { languageChecks } from './states/language.ts';

export const statesChecks: readonly Check[] = [...languageChecks, ...executionChecks];
