import { App } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { projectContext } from '../../lib/project-context.ts';
import { readStageConfig } from '../../lib/stage-config.ts';

/** Reads a context as a deployment gives it: `cdk.json`, and what `--context` puts over it. */
function read(changes: Record<string, unknown> = {}) {
  return readStageConfig(new App({ context: { ...projectContext(), ...changes } }).node);
}

describe('the configuration of a stage', () => {
  it('is complete in cdk.json', () => {
    expect(read()).toEqual({
      stage: 'dev',
      providerId: 'acme',
      providerName: 'Acme Cloud (example)',
      provenance: 'demonstration',
      certificationSchedule: 'cron(0 6 15 1 ? *)',
      rescreeningSchedule: 'cron(30 3 * * ? *)',
      evidenceRetentionDays: 730,
    });
  });

  it('takes a number from the command line, where everything is text', () => {
    expect(read({ evidenceRetentionDays: '3650' }).evidenceRetentionDays).toBe(3650);
  });

  it.each([
    ['stage', 'Prod!', 'expected 1 to 16 of a-z, 0-9 and -, a letter first'],
    ['providerId', 'Acme Cloud', 'expected a host-like name such as acme or acme.example'],
    ['providerName', '', 'expected string to have >=1 characters'],
    ['provenance', 'staging', 'expected one of "demonstration"|"production"'],
    ['certificationSchedule', 'yearly', 'expected an EventBridge cron expression'],
    ['evidenceRetentionDays', '0', 'expected number to be >=1'],
    ['evidenceRetentionDays', 'two years', 'expected number'],
    ['alarmTopicArn', 'my-topic', 'must start with "arn:"'],
  ])('refuses %s=%s, naming the key and what was expected', (key, value, expected) => {
    expect(() => read({ [key]: value })).toThrow(new RegExp(`^  ${key}: .*${escaped(expected)}`, 'm'));
  });

  it('names every key that is missing, and where to set it', () => {
    const nothing = () => readStageConfig(new App().node);
    for (const key of ['stage', 'providerId', 'providerName', 'provenance', 'certificationSchedule']) {
      expect(nothing).toThrow(new RegExp(`^  ${key}: .*expected`, 'm'));
    }
    expect(nothing).toThrow(/^ {2}evidenceRetentionDays: .*expected/m);
    expect(nothing).toThrow('Set it in cdk.json or with --context key=value.');
  });

  it("leaves the CDK's own flags alone", () => {
    expect(read({ '@aws-cdk/core:checkSecretUsage': true })).not.toHaveProperty(
      '@aws-cdk/core:checkSecretUsage',
    );
  });
});

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
