import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DescribeStateMachineCommand } from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { accountCreated } from '../support/account-samples.ts';
import { AssemblyFiles } from '../support/assembly-files.ts';
import { executionsOf } from '../support/executions.ts';
import { eventIdOf } from '../support/known-ids.ts';
import { machineFiles, type MachineFile } from '../support/machine-files.ts';
import { startAws, type RunningAws } from '../support/running-aws.ts';

const machines = machineFiles();
const assembly = new AssemblyFiles(inject('assembly'));

/** One account on its way, in an app changed by `edit`; what became of it. There is no list, so a person has to look. */
async function runEdited(edit: (copy: AssemblyFiles) => void) {
  const copy = AssemblyFiles.copyOf(inject('assembly'));
  edit(copy);
  const running = await startAws({ assembly: copy.directory, withList: false });
  try {
    await running.send(accountCreated('acct_1', new Date(running.clock.now())));
    await running.advance(60);
    const executions = await executionsOf(running, running.names.VerifyAccountArn);
    const told = running.provider.received.map(
      ({ body }) => JSON.parse(body) as { data: { permission: string; reasons: string[] } },
    );
    return { last: executions.get(`${eventIdOf('acct_1')}-1`)?.states.at(-1), told };
  } finally {
    await running.close();
    copy.remove();
  }
}

describe('what runs here', () => {
  let running: RunningAws;

  beforeAll(async () => {
    running = await startAws({ assembly: inject('assembly'), withList: false });
  });

  afterAll(() => running.close());

  it.each(machines)('is the committed $name, its placeholders filled', async (machine) => {
    const arns: Readonly<Record<string, string>> = {
      'verify-account': running.names.VerifyAccountArn,
      'report-certification': running.names.ReportCertificationArn,
      'rescreen-owners': running.names.RescreenOwnersArn,
    };
    const command = new DescribeStateMachineCommand({ stateMachineArn: arns[machine.name] });
    const { definition } = await running.clients.sfn.send(command);
    expect(definition).toBe(filled(machine, running));
  });

  it('is every bundle of the assembly, byte for byte, and nothing else', () => {
    const deployed = running.aws.lambda.functions.definitions();
    const expected = assembly
      .functions()
      .map(({ logicalId, directory }) => [logicalId, digestOf(directory)] as const);
    const found = deployed.map(({ name, codeDirectory }) => [name, digestOf(codeDirectory)] as const);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  });

  it('has a bundle for every folder of lambdas/ that has a handler', () => {
    const folders = readdirSync(new URL('../../lambdas/', import.meta.url)).filter(
      (name) => name !== 'runtime',
    );
    expect(
      assembly
        .functions()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(folders.sort());
  });
});

describe('the committed files', () => {
  it('decide as they stand', async () => {
    const { last, told } = await runEdited(() => undefined);
    expect(last).toBe('AwaitReview');
    expect(told.map(({ data }) => data.permission)).toContain('none');
  });

  it('decide otherwise when a bundle is edited, so that a bypassed bundle would be noticed', async () => {
    const { last, told } = await runEdited((copy) => {
      copy.replaceBundle('decide-account', (original) => {
        const text = readFileSync(original, 'utf8');
        const edited = text.replace('policy.duringReview, reasons: concerns', '"none", reasons: ["edited"]');
        expect(edited).not.toBe(text);
        return edited;
      });
    });
    expect(last).toBe('AwaitReview');
    expect(told.flatMap(({ data }) => data.reasons)).toContain('edited');
  });

  it('lead elsewhere when a state machine is edited, so that a bypassed file would be noticed', async () => {
    const { last, told } = await runEdited((copy) => {
      const machine = copy.machines().find(({ substitutions }) => 'DecideAccount' in substitutions);
      copy.replaceDefinition(machine?.logicalId ?? '', (text) => {
        const edited = text.replace('{% $states.input.superseded %}', '{% $not($states.input.superseded) %}');
        expect(edited).not.toBe(text);
        return edited;
      });
    });
    expect(last).toBe('EventSuperseded');
    expect(told).toEqual([]);
  });
});

/** Fills the placeholders from what each stands for: a function by its name, a number by the provider's policy. */
function filled({ text }: MachineFile, { aws, names }: RunningAws): string {
  const pack = new URL('../../data/policies/provider-default.json', import.meta.url);
  const { review } = JSON.parse(readFileSync(pack, 'utf8')) as {
    review: { timeoutDays: number; heartbeatDays: number };
  };
  const daySeconds = 86_400;
  const arns = assembly.functions().map(({ name, logicalId }) => {
    const placeholder = name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
    return [placeholder, aws.lambda.functions.find(logicalId).arn] as const;
  });
  const values = new Map([
    ...arns,
    ['OwnerBookBucket', names.OwnerBookBucket],
    ['ReviewTimeoutSeconds', String(review.timeoutDays * daySeconds)],
    ['ReviewHeartbeatSeconds', String(review.heartbeatDays * daySeconds)],
  ]);
  return text.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => values.get(name) ?? `no value for ${name}`);
}

function digestOf(directory: string): string {
  const names = readdirSync(directory).sort();
  expect(names).toEqual(['index.mjs']);
  return createHash('sha256')
    .update(readFileSync(join(directory, 'index.mjs')))
    .digest('hex');
}
