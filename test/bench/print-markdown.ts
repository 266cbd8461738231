import { readFileSync } from 'node:fs';
import { holds, type Figure } from './measure.ts';

/** Prints the stored figures as rows for `docs/performance.md`; with an argument only those whose name holds it. */
const [part = ''] = process.argv.slice(2);
const { figures } = JSON.parse(readFileSync('out/bench.json', 'utf8')) as { figures: Figure[] };
for (const figure of figures.filter(({ name }) => name.includes(part))) {
  const digits = figure.value < 10 ? 3 : 0;
  const value = figure.value.toLocaleString('en', { maximumFractionDigits: digits });
  console.log(
    `| ${figure.name} | ${value} ${figure.unit} | ${limitOf(figure)} | ${figure.remark.replace(/^limit: issue 3;? ?/, '')} |`,
  );
}

function limitOf(figure: Figure): string {
  if (figure.limit === undefined) return '';
  const bound = 'atLeast' in figure.limit ? `>= ${figure.limit.atLeast}` : `<= ${figure.limit.atMost}`;
  return holds(figure) ? bound : `**${bound}, missed**`;
}
