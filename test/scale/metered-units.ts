import type { UsageMeter } from '../../local/meter/usage-meter.ts';

/** Billable unit → how many of it, over all flows. */
export type MeteredUnits = Readonly<Record<string, number>>;

export function unitsOf(meter: UsageMeter): MeteredUnits {
  const units: Record<string, number> = {};
  for (const { unit, quantity } of meter.usage()) units[unit] = (units[unit] ?? 0) + Number(quantity);
  return units;
}
