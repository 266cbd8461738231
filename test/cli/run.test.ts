import { afterEach, describe, expect, it, vi } from 'vitest';
import { run } from '../../cli/run.ts';

function written(): { text: () => string } {
  const texts: string[] = [];
  const keep = (text: string | Uint8Array): boolean => {
    texts.push(String(text));
    return true;
  };
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  return { text: () => texts.join('') };
}

const commands = [
  ['demo'],
  ['up'],
  ['send'],
  ['case', 'list'],
  ['case', 'show'],
  ['case', 'decide'],
  ['disposition', 'list'],
  ['disposition', 'propose'],
  ['disposition', 'confirm'],
  ['disposition', 'reject'],
  ['disposition', 'release'],
  ['disposition', 'keep'],
  ['inbox', 'list'],
  ['inbox', 'redrive'],
  ['lists', 'publish'],
  ['audit', 'export'],
  ['audit', 'verify'],
  ['report', 'certification'],
  ['determine'],
  ['screen'],
  ['compare'],
  ['replay'],
  ['backtest'],
];

describe('the command line', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it.each(commands.map((words) => [words]))('explains %j with an example, and is done', async (command) => {
    const output = written();
    expect(await run([...command, '--help'])).toBe(0);
    expect(output.text()).toMatch(/Example:\n {2}npm run /);
  });

  it.each([
    [['demo', '--accounts', '39'], 'Expected a whole number from 40'],
    [['demo', '--seed', 'x'], 'Expected a whole number'],
    [['case', 'decide', 'case_1', '--verdict', 'maybe', '--because', 'x'], 'Expected approve or refuse'],
    [
      ['disposition', 'propose', 'case_1', '--match', 'p_1/36', '--because', 'x'],
      'Expected PARTY/LIST/ENTRY',
    ],
    [
      ['disposition', 'propose', 'case_1', '--match', 'p/l/e', '--because', 'x', '--until', 'June'],
      'Expected a day',
    ],
    [['lists', 'publish', 'data/lists', '--published-on', 'today'], 'Expected YYYY-MM-DD'],
    [['nonsense'], 'unknown command'],
    [['send'], 'expected a FILE or --sample NAME'],
    [['send', '--sample', 'nobody'], 'expected one of company-with-owners'],
    [['send', '/nowhere/at/all.json'], 'cannot be read'],
    [['send', '--sample', 'us-person', '--outputs', '/nowhere.json'], '--outputs /nowhere.json'],
    [['audit', 'verify', '/nowhere/at/all'], 'COULD NOT TELL'],
    [['case', 'list', '--url', 'not a url'], 'Expected an http or https address'],
  ])('could not tell from %j, says why and answers 2', async (args, why) => {
    const output = written();
    vi.spyOn(console, 'log').mockImplementation((line) => process.stdout.write(String(line)));
    expect(await run(args)).toBe(2);
    expect(output.text()).toContain(why);
  });
});
