import { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import { describe, expect, it, vi } from 'vitest';
import { defineApp, type DefinedApp } from './synthesised.ts';

/** Puts a property into a table that CloudFormation does not know, as an escape hatch or a typing error would. */
function withUnknownProperty(defined: DefinedApp): DefinedApp {
  const table = defined.data.tables.records.node.defaultChild as CfnTable;
  table.addPropertyOverride('PointInTimeRecovry', true);
  return defined;
}

describe('the offline validation of the templates', () => {
  it('stops the synthesis at a property that CloudFormation does not know, naming it', () => {
    const { app } = withUnknownProperty(defineApp());
    expect(() => app.synth()).toThrow(/PointInTimeRecovry/);
  });

  it('would only warn without the flag of cdk.json', () => {
    const said = vi.spyOn(console, 'error').mockReturnValue();
    const { app } = withUnknownProperty(defineApp({ '@aws-cdk/core:validateAgainstDefaultRules': false }));
    expect(() => app.synth()).not.toThrow();
    expect(said.mock.calls.join()).toContain('WARNING PointInTimeRecovry');
    said.mockRestore();
  });
});
