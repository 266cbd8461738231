import type { PolicyAccessControl } from '../iam/policy-access-control.ts';
import { parsePolicy, type PolicyDocument } from '../iam/policy-document.ts';

interface Role {
  readonly name: string;
  readonly arn: string;
  readonly trusted: ReadonlySet<string>;
  readonly policies: PolicyDocument[];
}

/** The template's roles. Each is a principal whose access key id is the role's name. */
export class RoleBook {
  readonly #access: PolicyAccessControl;
  readonly #roles = new Map<string, Role>();

  constructor(access: PolicyAccessControl) {
    this.#access = access;
  }

  add(name: string, arn: string, trust: PolicyDocument, policies: readonly PolicyDocument[]): void {
    const role = { name, arn, trusted: trustedServices(name, trust), policies: [...policies] };
    this.#roles.set(name, role);
    this.#register(role);
  }

  /** Attaches a further policy to a role of the template. */
  attach(roleName: string, policy: PolicyDocument): void {
    const role = this.#roles.get(roleName);
    if (!role) throw new Error(`the policy is for the role ${roleName}, which is not part of the assembly`);
    role.policies.push(policy);
    this.#register(role);
  }

  /**
   * The name of the role that a service is about to assume.
   * @throws Error when the role is unknown or its trust policy does not name the service
   */
  assume(roleArn: string, service: string): string {
    const role = this.#roles.get(roleArn.slice(roleArn.lastIndexOf('/') + 1));
    if (!role) throw new Error(`the role ${roleArn} is not part of the assembly`);
    if (!role.trusted.has(service)) {
      const trusted = [...role.trusted].join(', ') || 'nobody';
      throw new Error(
        `the role ${role.name} cannot be assumed by ${service}: its trust policy names ${trusted}`,
      );
    }
    return role.name;
  }

  #register({ name, arn, policies }: Role): void {
    this.#access.addPrincipal({ accessKeyId: name, arn, policies });
  }
}

function trustedServices(roleName: string, trust: PolicyDocument): Set<string> {
  const statements = parsePolicy(trust, `trust of ${roleName}`).statements.filter(
    ({ Effect, Action = [] }) => Effect === 'Allow' && Action.includes('sts:AssumeRole'),
  );
  return new Set(
    statements.flatMap(({ Principal: named }) => (named && 'Service' in named ? (named.Service ?? []) : [])),
  );
}
