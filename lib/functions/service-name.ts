import type { Construct } from 'constructs';

const key = 'iaas-kyc:service-name';

/**
 * Says which stage everything inside belongs to. The name is the `service` dimension of its metrics: two stages in one
 * account must not sound each other's alarms.
 */
export function nameService(scope: Construct, stage: string): void {
  scope.node.setContext(key, `iaas-kyc-${stage}`);
}

/** @throws Error when no stack around the construct was named */
export function serviceNameOf(scope: Construct): string {
  const name: unknown = scope.node.tryGetContext(key);
  if (typeof name === 'string') return name;
  throw new Error(`${scope.node.path}: its stack has no service name; call nameService in the stack first`);
}
