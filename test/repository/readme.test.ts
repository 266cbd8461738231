import { Command } from 'commander';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { program } from '../../cli/program.ts';
import { sampleNames } from '../../cli/stage/samples.ts';
import { StageConfig } from '../../lib/stage-config.ts';
import { readAssembly } from '../../local/cfn/assembly.ts';
import { fixedMonthlyCosts, type FixedResource } from '../../local/meter/fixed-costs.ts';
import { readPriceList } from '../../local/meter/price-list.ts';
import { fencedBlocks, sectionOf, tableRows } from './markdown.ts';
import { root, textOf } from './source-files.ts';

const readme = 'README.md';
const scripts = (JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }).scripts;
const context = (JSON.parse(textOf('cdk.json')) as { context: Record<string, string | number> }).context;

const commands = fencedBlocks(readme, 'sh')
  .flatMap((block) => block.split('\n'))
  .flatMap((line) => line.split('&&'))
  .map((line) => line.trim())
  .filter((line) => line !== '');

/** The words of a command line; quoted text is one word. */
const wordsOf = (line: string) =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

describe('the commands of the README', () => {
  it('are found', () => {
    expect(commands.slice(0, 4)).toEqual(['npm ci', 'npm run demo', 'npm ci', 'npm test']);
  });

  it('call npm scripts that there are', () => {
    const called = commands.flatMap((line) => /^npm run (?:-s )?(\S+)/.exec(line)?.[1] ?? []);
    expect(called.filter((name) => !(name in scripts))).toEqual([]);
    expect(called.length).toBeGreaterThan(10);
  });

  const kyc = commands.filter((line) => line.startsWith('npm run -s kyc -- '));
  it.each(kyc)('%s is a command, with arguments and options it has', (line) => {
    const words = wordsOf(line).slice('npm run -s kyc --'.split(' ').length);
    const { command, rest } = commandOf(words);
    expect(rest.filter((word) => word.startsWith('--') && !optionsOf(command).includes(word))).toEqual([]);
    const given = rest.filter((word, index) => !word.startsWith('--') && !rest[index - 1]?.startsWith('--'));
    const { registeredArguments } = command;
    expect(given.length).toBeLessThanOrEqual(registeredArguments.length);
    expect(given.length).toBeGreaterThanOrEqual(
      registeredArguments.filter(({ required }) => required).length,
    );
  });

  it('send a sample that there is', () => {
    const samples = commands.flatMap((line) => /--sample (\S+)/.exec(line)?.[1] ?? []);
    expect(samples.length).toBeGreaterThan(0);
    expect(samples.filter((name) => !sampleNames().includes(name))).toEqual([]);
  });

  it('set context keys that there are', () => {
    const keys = [...textOf(readme).matchAll(/--context (\w+)=/g)].map(([, key = '']) => key);
    expect(keys.filter((key) => !(key in StageConfig.shape) && key !== 'key')).toEqual([]);
  });

  it('name folders and files that there are', () => {
    const linked = [...textOf(readme).matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(([, path = '']) => path);
    const named = commands.flatMap((line) => /\bdata\/\S+/.exec(line)?.[0] ?? []);
    expect(linked.length).toBeGreaterThan(5);
    expect([...linked, ...named].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

function commandOf(words: readonly string[]): { command: Command; rest: readonly string[] } {
  let command = program(() => undefined);
  let used = 0;
  for (const word of words) {
    const next = command.commands.find((each) => each.name() === word);
    if (!next) break;
    command = next;
    used += 1;
  }
  expect(used, 'a command of kyc').toBeGreaterThan(0);
  return { command, rest: words.slice(used) };
}

const optionsOf = (command: Command) => command.options.map(({ long }) => long ?? '');

describe('the tables of the README', () => {
  it('name every key of the context, and the default of cdk.json', () => {
    const rows = tableRows(sectionOf(readme, '## Configuration')).map(([key = '', value = '']) => [
      key.replaceAll('`', ''),
      value.replaceAll('`', ''),
    ]);
    const expected = Object.keys(StageConfig.shape).map((key) => [key, String(context[key] ?? 'none')]);
    expect(rows).toEqual(expected);
  });

  it('state the idle costs as the templates and the price list give them', () => {
    const templates = readAssembly(inject('assembly')).flatMap(({ template }) =>
      Object.values(template.Resources),
    );
    const ofType = (type: string) => templates.filter(({ Type }) => Type === type).length;
    // Minutes of a month of 30 days, by one, five and 1,440; the yearly schedule is nothing of a month.
    const calls = 30 * 24 * 60 * (1 + 1 / 5 + 1 / 1440);
    const counts: Record<string, [FixedResource, number]> = {
      'KMS keys': ['keys', ofType('AWS::KMS::Key')],
      dashboard: ['dashboards', ofType('AWS::CloudWatch::Dashboard')],
      'metrics in alarms': ['alarmMetrics', alarmMetrics(templates)],
      secrets: ['secrets', ofType('AWS::SecretsManager::Secret')],
      'queue that Lambda polls': ['polledQueues', ofType('AWS::Lambda::EventSourceMapping')],
      'calls of the schedules': ['scheduledInvocations', calls],
      'custom metrics, when all of them are sent': ['customMetrics', 21],
    };
    const prices = readPriceList();
    const rows = tableRows(sectionOf(readme, '### What it costs'));
    for (const [count, what = '', usd] of rows.slice(0, -1)) {
      const [resource, number] = counts[what] ?? ['keys', Number.NaN];
      expect([what, Number(count)]).toEqual([what, number]);
      expect([what, usd]).toEqual([what, fixedMonthlyCosts({ [resource]: number }, prices).total.toFixed(2)]);
    }
    expect(rows.length - 1).toBe(Object.keys(counts).length);
    const total = fixedMonthlyCosts(Object.fromEntries(Object.values(counts)), prices).total.toFixed(2);
    expect(rows.at(-1)?.[2]).toBe(`**${total}**`);
  });
});

/** CloudWatch bills an alarm by the metrics it looks at. */
function alarmMetrics(templates: readonly { readonly Type: string; readonly Properties?: object }[]): number {
  const alarms = templates.filter(({ Type }) => Type === 'AWS::CloudWatch::Alarm');
  const looked = alarms.map(({ Properties }) => {
    const { Metrics } = { ...Properties } as { Metrics?: { MetricStat?: object }[] };
    return Metrics?.filter(({ MetricStat }) => MetricStat !== undefined).length ?? 1;
  });
  return looked.reduce((sum, each) => sum + each, 0);
}
