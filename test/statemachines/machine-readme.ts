import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { machineDirectory } from '../support/machine-files.ts';

const text = readFileSync(join(machineDirectory, 'README.md'), 'utf8');

/** `from --> to`, with the errors behind it where a Catch leads there. */
export type Transition = string;

/** What the diagram under a machine's heading shows. */
export function drawnTransitions(machine: string): Transition[] {
  const [, section = ''] = text.split(`\n## ${machine}\n`);
  const [, diagram = ''] = /```mermaid\nstateDiagram-v2\n([^`]*)```/.exec(section) ?? [];
  return diagram.trimEnd().split('\n').map(transitionOf);
}

/** Other labels are for the reader. */
function transitionOf(line: string): Transition {
  const [, arrow = line, caught = ''] = /^ +(\S+ --> [^\s:]+)(?:: (catch .+)|: .+)?$/.exec(line) ?? [];
  return caught ? `${arrow}: ${caught}` : arrow;
}

export interface PolicyRow {
  readonly policy: string;
  readonly tasks: string;
  readonly firstWait: string;
  readonly rate: string;
  readonly retries: string;
  readonly totalWait: string;
}

/** The rows of the table of retry policies. */
export function policyRows(): PolicyRow[] {
  const [, table = ''] = /\n\| Policy [^\n]+\n\| --- [^\n]+\n((?:\|[^\n]+\n)+)/.exec(text) ?? [];
  return table
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [policy = '', tasks = '', firstWait = '', rate = '', retries = '', totalWait = ''] = line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim());
      return { policy, tasks, firstWait, rate, retries, totalWait };
    });
}

/** The errors that the list under the table names for a policy; `Lambda.*` stands for all of that service's. */
export function explainedErrors(policy: string): string[] {
  const [, list = ''] = text.split('\n- **conflict**');
  const items = `\n- **conflict**${list}`.split('\n- ');
  const item = items.find((each) => each.split('retr')[0]?.includes(`**${policy}**`)) ?? '';
  return [...item.matchAll(/`([^`\s]+)`/g)].map(([, name = '']) => name);
}
