import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Half a minute or more each, longest first. One that began last would run on alone, beside an idle core.
const longest = [
  'test/faults/kill-demo.test.ts',
  'test/faults/task-states.test.ts',
  'test/cli/local-stage.test.ts',
  'test/faults/rescreening.test.ts',
  'test/lib/grants-used.test.ts',
];

/** Begins with the longest files: a fresh clone knows no times, and Vitest would take a long file for a long test. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = ({ moduleId }: TestSpecification) => {
      const found = longest.indexOf(relative(this.ctx.config.root, moduleId));
      return found < 0 ? longest.length : found;
    };
    return sorted.sort((a, b) => place(a) - place(b));
  }
}
