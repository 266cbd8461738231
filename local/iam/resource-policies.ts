import {
  parsePolicy,
  type ParsedPolicy,
  type ParsedStatement,
  type PolicyDocument,
} from './policy-document.ts';
import type { AccessRequest } from './request-context.ts';
import { findStatement, type StatementMatch } from './statement-match.ts';

/** What the policies of the resource itself say to a request. */
export interface ResourceVerdict {
  readonly denied: StatementMatch | undefined;
  /** Allowed by naming the caller, everybody, or the calling service. */
  readonly allowed: StatementMatch | undefined;
  /** Whether the policies of the account's principals count: always, except for a key whose policy does not say so. */
  readonly leftToIdentityPolicies: boolean;
}

/** Policies that hang on resources: buckets, queues, keys, buses, functions. */
export class ResourcePolicies {
  readonly #account: string;
  readonly #policies = new Map<string, ParsedPolicy[]>();

  constructor(account: string) {
    this.#account = account;
  }

  /** @param arn of the resource; its policy also governs what lies under it (`arn/...`), as a bucket's does its objects */
  add(arn: string, document: PolicyDocument): void {
    const policies = this.#policies.get(arn) ?? [];
    this.#policies.set(arn, [...policies, parsePolicy(document, `of ${arn}`)]);
  }

  judge(request: AccessRequest): ResourceVerdict {
    const policies = this.#governing(request.resource);
    const named = (statement: ParsedStatement): boolean => this.#names(statement, request);
    const root = (statement: ParsedStatement): boolean => this.#namesAccount(statement);
    const isGuardedKey = request.resource.startsWith('arn:aws:kms:') && policies.length > 0;
    return {
      denied: findStatement(policies, 'Deny', request, (statement) => named(statement) || root(statement)),
      allowed: findStatement(policies, 'Allow', request, named),
      leftToIdentityPolicies: !isGuardedKey || findStatement(policies, 'Allow', request, root) !== undefined,
    };
  }

  #governing(resource: string): readonly ParsedPolicy[] {
    const owner = resource.split('/').map((_, index, parts) => parts.slice(0, index + 1).join('/'));
    return owner.flatMap((arn) => this.#policies.get(arn) ?? []);
  }

  #names({ Principal: named }: ParsedStatement, { principal }: AccessRequest): boolean {
    const names: Record<string, string[] | undefined> = named ?? {};
    if (names.AWS?.includes('*')) return true;
    return (names[principal.isService ? 'Service' : 'AWS'] ?? []).includes(principal.arn);
  }

  /** The account's root stands for "whoever this account's own policies allow". */
  #namesAccount({ Principal: named }: ParsedStatement): boolean {
    const names: Record<string, string[] | undefined> = named ?? {};
    const root = [this.#account, `arn:aws:iam::${this.#account}:root`];
    return (names.AWS ?? []).some((name) => name === '*' || root.includes(name));
  }
}
