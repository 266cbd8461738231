import { comparePacks, type Concern, type PackChange } from '../../domain/policy/compare-packs.ts';
import { CouldNotTellError } from '../outcome-errors.ts';
import { paletteFor, type Palette } from '../terminal/palette.ts';
import { packFiles, readPack } from './read-packs.ts';

export interface PolicyDiffOptions {
  readonly json?: boolean;
}

/**
 * `kyc policy diff`: what changes from one pack, or version of a pack, to another, and whom it concerns.
 * @throws CouldNotTellError where one of the two is no single pack
 */
export function policyDiff(before: string, after: string, { json }: PolicyDiffOptions): void {
  const changes = comparePacks(onePack(before), onePack(after));
  process.stdout.write(
    json ? `${JSON.stringify(changes)}\n` : renderDiff(changes, paletteFor(process.stdout)),
  );
}

function onePack(named: string) {
  const [file, ...others] = packFiles(named);
  if (file === undefined || others.length > 0) {
    throw new CouldNotTellError(`${named} holds several packs; name one file or one pack`);
  }
  return readPack(file);
}

const concerned: Readonly<Record<Concern, string>> = {
  foreignParties: 'foreign parties and those whose status is not known',
  everyParty: 'every customer and owner',
  openCases: 'cases, from the next that is opened',
  restrictedAccounts: 'accounts that are not verified, and clocks started from now on',
  reports: 'the next report',
  lists: 'the next publication of a list',
  readers: 'nobody is decided otherwise; readers of the pack',
};

function renderDiff(changes: readonly PackChange[], palette: Palette): string {
  if (changes.length === 0) return 'nothing differs\n';
  const groups = Map.groupBy(changes, ({ concerns }) => concerns);
  const lines = [...groups].flatMap(([concern, group]) => [
    palette.strong(`concerns  ${concerned[concern]}`),
    ...group.flatMap((change) => changeLines(change, palette)),
  ]);
  return `${lines.join('\n')}\n`;
}

function changeLines(change: PackChange, palette: Palette): string[] {
  const said = (value: unknown) => JSON.stringify(value);
  switch (change.change) {
    case 'added':
      return [palette.good(`added     ${change.place}: ${said(change.after)}`)];
    case 'removed':
      return [palette.bad(`removed   ${change.place}: ${said(change.before)}`)];
    case 'changed':
      return [
        `changed   ${change.place}`,
        palette.bad(`          - ${said(change.before)}`),
        palette.good(`          + ${said(change.after)}`),
      ];
  }
}
