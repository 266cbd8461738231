import type { Surroundings } from '../../surroundings.ts';

export function machineArn({ region, account }: Surroundings, name: string): string {
  return `arn:aws:states:${region}:${account}:stateMachine:${name}`;
}

export function executionArn(machine: string, name: string): string {
  return `${machine.replace(':stateMachine:', ':execution:')}:${name}`;
}

export function machineNameOf(arn: string): string {
  return arn.split(':')[6] ?? '';
}

/** The access key id under which a role signs: its name, the last segment of its ARN. */
export function accessKeyOf(roleArn: string): string {
  return roleArn.split('/').at(-1) ?? roleArn;
}

/** `…:mapRun:MACHINE/LABEL:ID`, as AWS names the run of a distributed Map. */
export function mapRunArn(machine: string, label: string, id: string): string {
  return `${machine.replace(':stateMachine:', ':mapRun:')}/${label}:${id}`;
}

/** What the role needs to be granted on to redrive the children of a Map Run. */
export function mapRunChildren(machine: string, label: string): string {
  return `${machine.replace(':stateMachine:', ':execution:')}/${label}:*`;
}
