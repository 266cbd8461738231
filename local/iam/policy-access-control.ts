import { ServiceError } from '../servers/service-error.ts';
import type { AccessControl } from './access-control.ts';
import { GrantLedger, grantsOf, type Grant, type UsedGrant } from './grant-ledger.ts';
import { parsePolicy, type ParsedPolicy, type PolicyDocument } from './policy-document.ts';
import { requestContext, type AccessRequest, type Principal } from './request-context.ts';
import { ResourcePolicies } from './resource-policies.ts';
import { findStatement } from './statement-match.ts';

export interface NewPrincipal {
  /** For a role, its physical name. */
  readonly accessKeyId: string;
  readonly arn: string;
  /** A document's `Id` names it in what `used` and `granted` give; without one it is `policy 0` and so on. */
  readonly policies: readonly PolicyDocument[];
}

export interface PolicyAccessControl extends AccessControl {
  /** Adds a principal, or replaces its policies. @throws UnsupportedPolicyError */
  addPrincipal(principal: NewPrincipal): void;
  /** @throws UnsupportedPolicyError */
  addResourcePolicy(resourceArn: string, document: PolicyDocument): void;
  /** Grants of identity policies that let something through. */
  used(): readonly UsedGrant[];
  /** Grants of identity policies, used or not. */
  granted(): readonly Grant[];
}

/** The person at the machine, who may do everything and is not recorded. */
export const operatorAccessKeyId = 'operator';

interface KnownPrincipal {
  readonly principal: Principal;
  readonly policies: readonly ParsedPolicy[];
}

/**
 * Policy evaluation of IAM within one account: an explicit Deny wins; else an Allow of the resource's policy that names the
 * caller, or of an identity policy. A key listens to identity policies only where its own policy names the account.
 * An access key id such as `events.amazonaws.com` is that service; services have resource policies only.
 */
export function createAccessControl(place: { account: string; region: string }): PolicyAccessControl {
  const principals = new Map<string, KnownPrincipal>();
  const resourcePolicies = new ResourcePolicies(place.account);
  const ledger = new GrantLedger();

  return {
    addPrincipal({ accessKeyId, arn, policies }) {
      const parsed = policies.map((document, index) => parsePolicy(document, `policy ${index}`));
      principals.set(accessKeyId, { principal: { arn, isService: false }, policies: parsed });
    },
    addResourcePolicy: (resourceArn, document) => {
      resourcePolicies.add(resourceArn, document);
    },
    used: () => ledger.used(),
    granted: () =>
      [...principals.values()].flatMap(({ principal, policies }) => grantsOf(principal.arn, policies)),
    demand(accessKeyId, action, resource, context = {}) {
      if (accessKeyId === operatorAccessKeyId) return;
      const { principal, policies } = principals.get(accessKeyId) ?? serviceOf(accessKeyId);
      const request = { principal, action, resource, context: requestContext(context, principal, place) };
      const verdict = resourcePolicies.judge(request);
      if (verdict.denied) throw denied(request, 'with an explicit deny in a resource-based policy');
      if (findStatement(policies, 'Deny', request)) {
        throw denied(request, 'with an explicit deny in an identity-based policy');
      }
      const grant = verdict.leftToIdentityPolicies ? findStatement(policies, 'Allow', request) : undefined;
      if (grant) ledger.note(principal.arn, grant, action, resource);
      if (grant || verdict.allowed) return;
      const kind = verdict.leftToIdentityPolicies && !principal.isService ? 'identity' : 'resource';
      throw denied(request, `because no ${kind}-based policy allows the ${action} action`);
    },
  };
}

function serviceOf(accessKeyId: string): KnownPrincipal {
  if (accessKeyId.endsWith('.amazonaws.com')) {
    return { principal: { arn: accessKeyId, isService: true }, policies: [] };
  }
  throw new ServiceError(
    'UnrecognizedClientException',
    `The security token included in the request is invalid: no principal has the access key id ${accessKeyId}`,
  );
}

function denied({ principal, action, resource }: AccessRequest, because: string): ServiceError {
  return new ServiceError(
    'AccessDeniedException',
    `User: ${principal.arn} is not authorized to perform: ${action} on resource: ${resource} ${because}`,
  );
}
