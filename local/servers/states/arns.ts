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
