import { expect, it } from 'vitest';

it('runs on Node 24, the runtime of the functions', () => {
  // Node 24 comes by a preinstall script; under --ignore-scripts the system's Node would run here without a word.
  expect(process.versions.node.split('.')[0]).toBe('24');
});
