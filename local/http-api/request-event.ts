import { randomUUID } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import type { HttpRequest } from './http-request.ts';
import type { RouteMatch } from './route-table.ts';
import type { SignedCaller } from './signed-caller.ts';

export interface EventPlace {
  readonly accountId: string;
  readonly apiId: string;
  /** Now on the simulated clock, ms since the epoch. */
  readonly now: number;
}

type Context = APIGatewayProxyEventV2['requestContext'];

/** The event of payload format 2.0. */
export function requestEvent(
  request: HttpRequest,
  match: RouteMatch,
  caller: SignedCaller | undefined,
  place: EventPlace,
): APIGatewayProxyEventV2 {
  const { pathname, search } = new URL(request.url, 'http://localhost');
  const { cookie, ...headers } = request.headers;
  const isText = request.body.byteLength === 0 || isTextType(headers['content-type']);
  const context = requestContext(request, pathname, match, place);
  return {
    version: '2.0',
    routeKey: match.route.key,
    rawPath: pathname,
    rawQueryString: search.slice(1),
    ...(cookie === undefined ? {} : { cookies: cookie.split('; ') }),
    headers,
    ...(search === '' ? {} : { queryStringParameters: queryParameters(search) }),
    ...(Object.keys(match.parameters).length === 0 ? {} : { pathParameters: { ...match.parameters } }),
    requestContext: caller ? ({ ...context, authorizer: { iam: caller } } as Context) : context,
    ...(request.body.byteLength === 0 ? {} : { body: request.body.toString(isText ? 'utf8' : 'base64') }),
    isBase64Encoded: !isText,
  };
}

function requestContext(request: HttpRequest, path: string, match: RouteMatch, place: EventPlace): Context {
  return {
    accountId: place.accountId,
    apiId: place.apiId,
    domainName: request.headers.host ?? '',
    domainPrefix: place.apiId,
    http: {
      method: request.method,
      path,
      protocol: 'HTTP/1.1',
      sourceIp: request.sourceIp,
      userAgent: request.headers['user-agent'] ?? '',
    },
    requestId: randomUUID(),
    routeKey: match.route.key,
    stage: '$default',
    time: commonLogTime(place.now),
    timeEpoch: place.now,
  };
}

/** Several values of one name are joined by commas. */
function queryParameters(search: string): Record<string, string> {
  const parameters = new URLSearchParams(search);
  return Object.fromEntries([...parameters.keys()].map((name) => [name, parameters.getAll(name).join(',')]));
}

/** API Gateway hands on these types as text, everything else in base64. */
function isTextType(contentType = ''): boolean {
  return /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml)\b|application\/(?:javascript|x-www-form-urlencoded)\b)/.test(
    contentType.toLowerCase(),
  );
}

/** `12/Mar/2026:19:03:58 +0000` */
function commonLogTime(now: number): string {
  const [, day = '', month = '', year = '', time = ''] = new Date(now).toUTCString().split(' ');
  return `${day}/${month}/${year}:${time} +0000`;
}
