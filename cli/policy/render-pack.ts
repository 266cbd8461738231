import type { PolicyPack } from '../../domain/policy/read-policy-pack.ts';
import type { RuleRow } from '../../domain/policy/rule-row.ts';
import type { Palette } from '../terminal/palette.ts';
import { table } from '../terminal/table.ts';

/** Where a pack stands, in words that cannot be read as more. */
const standings: Readonly<Record<PolicyPack['status'], string>> = {
  proposed: 'PROPOSED, never made final: binds nobody',
  uncertain: 'UNCERTAIN: whether it binds was not established',
  inForce: 'in force',
  providerPolicy: "the provider's own policy: no law prescribes it",
};

export function renderPacks(packs: readonly PolicyPack[], palette: Palette): string {
  const rows = packs.map(({ id, version, status, asOf, title }) => [
    id,
    version,
    standings[status],
    asOf,
    title,
  ]);
  return `${table(['pack', 'version', 'standing', 'as of', 'title'], rows, palette).join('\n')}\n`;
}

/** One pack: where it stands, its clauses by id, its deadlines, its settings. */
export function renderPack(pack: PolicyPack, palette: Palette): string {
  const { id, version, title, status, asOf, citation, legalNote, rules, digest } = pack;
  const paint = status === 'inForce' || status === 'providerPolicy' ? palette.strong : palette.bad;
  const lines = [
    palette.strong(`${id} ${version}`),
    title,
    `standing  ${paint(standings[status])}, as found on ${asOf}`,
    `cites     ${citation}`,
    `note      ${legalNote}`,
    `digest    ${digest}`,
    '',
    ...rules.flatMap((rule) => ruleLines(rule, palette)),
    '',
    ...deadlineLines(pack, palette),
    ...settingLines(pack),
  ];
  return `${lines.join('\n')}\n`;
}

function ruleLines(
  { id, section, text, evidence, doubt, ruleRow, alsoFor = [] }: RuleRow,
  palette: Palette,
): string[] {
  const rows = [ruleRow, ...alsoFor].filter(Boolean).join(', ');
  return [
    `${palette.strong(id.padEnd(12))} ${text}`,
    palette.faint(`${' '.repeat(13)}${section}; evidence ${evidence}${rows === '' ? '' : `; ${rows}`}`),
    ...(doubt === undefined ? [] : [`${' '.repeat(13)}doubt: ${doubt}`]),
  ];
}

function deadlineLines(pack: PolicyPack, palette: Palette): string[] {
  const rows = termsOf(pack).map(({ id, amount, unit, rule, trigger }) => [
    ...[id, amount === null ? 'open' : String(amount), unit, rule, trigger],
  ]);
  return rows.length === 0
    ? []
    : [...table(['deadline', 'amount', 'unit', 'clause', 'from what'], rows, palette), ''];
}

function termsOf(pack: PolicyPack) {
  switch (pack.kind) {
    case 'identification':
      return pack.deadlines;
    case 'provider':
      return pack.deadlines.terms;
    case 'screening':
    case 'diligence':
      return [];
  }
}

const shownAbove = new Set(
  'schema kind id version title status dormant asOf citation legalNote rules digest'.split(' '),
);

function settingLines(pack: PolicyPack): string[] {
  return Object.entries(pack)
    .filter(([key]) => !shownAbove.has(key) && !(key === 'deadlines' && pack.kind === 'identification'))
    .flatMap(([key, value]: [string, unknown]) => [`setting   ${key}`, ...indented(value)]);
}

function indented(value: unknown): string[] {
  return JSON.stringify(value, null, 2)
    .split('\n')
    .map((line) => `          ${line}`);
}
