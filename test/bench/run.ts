import { mkdirSync, writeFileSync } from 'node:fs';
import { auditFigures } from './audit-figures.ts';
import { holds, machine, type Figure } from './measure.ts';
import { reportingFigures } from './reporting-figures.ts';
import { losslessnessFigures } from './screening/losslessness-figures.ts';
import { qualityFigures } from './screening/quality-figures.ts';
import { speedFigures } from './screening/speed-figures.ts';

const figures: Figure[] = [];
for (const measure of [auditFigures, speedFigures, qualityFigures, losslessnessFigures, reportingFigures]) {
  process.stderr.write(`measuring ${measure.name}\n`);
  figures.push(...(await measure()));
}

console.log(machine());
for (const figure of figures) {
  const value = figure.value.toLocaleString('en', { maximumFractionDigits: digitsOf(figure.value) });
  const verdict = figure.limit ? (holds(figure) ? 'holds' : 'MISSED') : '';
  console.log(
    `${figure.name.padEnd(36)} ${value.padStart(10)} ${figure.unit.padEnd(11)} ${verdict.padEnd(7)} ${figure.remark}`,
  );
}
mkdirSync('out', { recursive: true });
writeFileSync('out/bench.json', `${JSON.stringify({ machine: machine(), figures }, null, 2)}\n`);
process.exitCode = figures.every(holds) ? 0 : 1;

/** Shares and ratios need their decimals, speeds do not. */
function digitsOf(value: number): number {
  return value <= 1 ? 4 : value < 100 ? 2 : 0;
}
