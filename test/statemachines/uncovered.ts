import type { RunningAws } from '../support/running-aws.ts';
import type { MachineFile } from '../support/machine-files.ts';

/** Every state and every Catch of the committed machines that has not been taken since boot. */
export function uncovered({ aws, names }: RunningAws, machines: readonly MachineFile[]): string[] {
  const deployed: Readonly<Record<string, string>> = {
    'verify-account': names.VerifyAccountArn,
    'report-certification': names.ReportCertificationArn,
    'rescreen-owners': names.RescreenOwnersArn,
  };
  return machines.flatMap(({ name, definition }) => {
    const machine = deployed[name]?.split(':').at(-1) ?? '';
    const reached = aws.states.reachedStates().get(machine) ?? new Set();
    const caught = aws.states.caughtTransitions().get(machine) ?? new Map<string, ReadonlySet<number>>();
    return Object.entries(definition.States).flatMap(([state, { Catch }]) => [
      ...(reached.has(state) ? [] : [`${name}: ${state} was not reached`]),
      ...Catch.flatMap(({ ErrorEquals, Next }, index) =>
        caught.get(state)?.has(index)
          ? []
          : [`${name}: ${state} --> ${Next} was not taken on ${ErrorEquals.join(', ')}`],
      ),
    ]);
  });
}
