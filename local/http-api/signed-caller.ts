import { verifySignature } from '../iam/verify-signature.ts';
import type { HttpRequest } from './http-request.ts';
import type { People } from './people.ts';

/** `requestContext.authorizer.iam` of payload format 2.0. */
export interface SignedCaller {
  readonly accessKey: string;
  readonly accountId: string;
  readonly callerId: string;
  readonly cognitoIdentity: null;
  readonly principalOrgId: null;
  readonly userArn: string;
  readonly userId: string;
}

const scope = /Credential=([^/]+)\/\d{8}\/[^/]+\/execute-api\/aws4_request/;

/** Who signed the request, or undefined when nobody known did, for this service. */
export async function signedCaller(
  request: HttpRequest,
  people: People,
  account: string,
): Promise<SignedCaller | undefined> {
  const [, name] = scope.exec(request.headers.authorization ?? '') ?? [];
  if (name === undefined || !(await verifySignature(request, (id) => people[id]?.secretAccessKey)))
    return undefined;
  return {
    accessKey: name,
    accountId: account,
    callerId: `AIDA${name.toUpperCase()}`,
    cognitoIdentity: null,
    principalOrgId: null,
    userArn: personArn(account, name),
    userId: `AIDA${name.toUpperCase()}`,
  };
}

export function personArn(account: string, name: string): string {
  return `arn:aws:iam::${account}:user/${name}`;
}
