/** Condition keys as a server gives them. */
export type ContextKeys = Readonly<Record<string, string | readonly string[]>>;

/** Who asks: a role, a person or a service. */
export interface Principal {
  readonly arn: string;
  readonly isService: boolean;
}

export interface AccessRequest {
  readonly principal: Principal;
  readonly action: string;
  readonly resource: string;
  /** By lower-case name, as condition keys do not depend on case. */
  readonly context: ReadonlyMap<string, readonly string[]>;
}

/** The context of a request: the keys every request has, and those its server gave, which win. */
export function requestContext(
  given: ContextKeys,
  principal: Principal,
  place: { readonly account: string; readonly region: string },
): ReadonlyMap<string, readonly string[]> {
  const everywhere: ContextKeys = {
    // Loopback carries no TLS; a policy that insists on it is about the network and not about the grant.
    'aws:SecureTransport': 'true',
    'aws:RequestedRegion': place.region,
    'aws:PrincipalIsAWSService': String(principal.isService),
    'aws:ResourceAccount': place.account,
    ...(principal.isService
      ? {}
      : {
          'aws:PrincipalArn': principal.arn,
          'aws:PrincipalAccount': place.account,
          'kms:CallerAccount': place.account,
        }),
  };
  return new Map(
    Object.entries({ ...everywhere, ...given }).map(([name, value]) => [name.toLowerCase(), [value].flat()]),
  );
}
