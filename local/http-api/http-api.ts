import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PolicyAccessControl } from '../iam/policy-access-control.ts';
import type { InvocationResult } from '../lambda/invocation-result.ts';
import type { Lambda } from '../lambda/lambda.ts';
import { synchronousLimitBytes } from '../lambda/payload-limits.ts';
import { apiGatewayRequests } from '../meter/chunked-units.ts';
import { ServiceError } from '../servers/service-error.ts';
import type { Surroundings } from '../surroundings.ts';
import { functionAnswer, gatewayAnswer, type HttpAnswer } from './http-answer.ts';
import { type HttpRequest, readRequest } from './http-request.ts';
import type { People } from './people.ts';
import { requestEvent } from './request-event.ts';
import { type Route, type RouteMatch, RouteTable } from './route-table.ts';
import { personArn, type SignedCaller, signedCaller } from './signed-caller.ts';

// API Gateway Developer Guide, quotas of HTTP APIs.
const payloadLimitBytes = 10 * 1024 * 1024;

/** The HTTP API of the assembly, on a loopback port of its own. */
export class HttpApi {
  readonly #surroundings: Surroundings & { readonly access: PolicyAccessControl };
  readonly #lambda: Lambda;
  readonly #people: People;
  readonly #routes = new RouteTable();
  readonly #server: Server;
  #apiId: string | undefined;
  #url = '';

  constructor(
    surroundings: Surroundings & { readonly access: PolicyAccessControl },
    lambda: Lambda,
    people: People,
  ) {
    this.#surroundings = surroundings;
    this.#lambda = lambda;
    this.#people = people;
    this.#server = createServer((message, response) => {
      void this.#answer(message).then(({ status, headers, body }) => {
        response.writeHead(status, { ...headers } as Record<string, string | string[]>).end(body);
      });
    });
  }

  get url(): string {
    return this.#url;
  }

  async listen(port = 0): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(port, '127.0.0.1', resolve);
    });
    this.#url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => {
      this.#server.close(() => {
        resolve();
      });
    });
  }

  /** Makes this front the API of that id. @throws Error for a second API: one port serves one API */
  claim(apiId: string): void {
    if (this.#apiId !== undefined) {
      throw new Error(`the assembly has a second HTTP API; one (${this.#apiId}) is emulated`);
    }
    this.#apiId = apiId;
    const { account, access } = this.#surroundings;
    for (const [name, { mayInvoke }] of Object.entries(this.#people)) {
      const Resource = mayInvoke.map((path) => `${this.#arn()}/${path}`);
      const Statement =
        Resource.length > 0 ? [{ Effect: 'Allow' as const, Action: 'execute-api:Invoke', Resource }] : [];
      access.addPrincipal({ accessKeyId: name, arn: personArn(account, name), policies: [{ Statement }] });
    }
  }

  addRoute(route: Route): void {
    this.#routes.add(route);
  }

  async #answer(message: IncomingMessage): Promise<HttpAnswer> {
    try {
      const request = await readRequest(message, payloadLimitBytes);
      if (!request) return gatewayAnswer(413, 'Request Entity Too Large');
      const address = URL.parse(request.url, 'http://localhost');
      if (!address) return gatewayAnswer(400, 'Bad Request');
      const match = this.#routes.match(request.method, address.pathname);
      if (!match) return gatewayAnswer(404, 'Not Found');
      const answer = await this.#authorised(request, match);
      this.#meter(match.route, Math.max(request.body.byteLength, answer.body.byteLength));
      return answer;
    } catch {
      // Nothing of the request may reach the answer or a log: it can hold personal data.
      return gatewayAnswer(500, 'Internal Server Error');
    }
  }

  async #authorised(request: HttpRequest, match: RouteMatch): Promise<HttpAnswer> {
    if (!match.route.isSigned) return this.#integrate(request, match, undefined);
    const caller = await signedCaller(request, this.#people, this.#surroundings.account);
    if (!caller || !this.#mayInvoke(caller, request)) return gatewayAnswer(403, 'Forbidden');
    return this.#integrate(request, match, caller);
  }

  #mayInvoke(caller: SignedCaller, request: HttpRequest): boolean {
    const { pathname } = new URL(request.url, 'http://localhost');
    const resource = `${this.#arn()}/$default/${request.method}${pathname}`;
    return this.#isAllowed(caller.accessKey, 'execute-api:Invoke', resource);
  }

  async #integrate(
    request: HttpRequest,
    match: RouteMatch,
    caller: SignedCaller | undefined,
  ): Promise<HttpAnswer> {
    const { account, clock } = this.#surroundings;
    const { route } = match;
    const { arn } = this.#lambda.functions.find(route.functionName);
    const source = { 'aws:SourceArn': this.#sourceArn(route, request.method), 'aws:SourceAccount': account };
    if (!this.#isAllowed('apigateway.amazonaws.com', 'lambda:InvokeFunction', arn, source)) {
      return gatewayAnswer(500, 'Internal Server Error');
    }
    const place = { accountId: account, apiId: this.#apiId ?? '', now: clock.now() };
    const payload = JSON.stringify(requestEvent(request, match, caller, place));
    if (Buffer.byteLength(payload) > synchronousLimitBytes)
      return gatewayAnswer(413, 'Request Entity Too Large');
    const result = await within(route.timeoutMs, this.#lambda.functions.invoke(route.functionName, payload));
    if (!result) return gatewayAnswer(503, 'Service Unavailable');
    return result.isError ? gatewayAnswer(500, 'Internal Server Error') : functionAnswer(result.payload);
  }

  /** As API Gateway states it: the route's own path, with its parameters unfilled. */
  #sourceArn(route: Route, method: string): string {
    if (route.key === '$default') return `${this.#arn()}/$default/$default`;
    const [, path = ''] = route.key.split(' ');
    return `${this.#arn()}/$default/${method}${path}`;
  }

  #isAllowed(who: string, action: string, resource: string, context: Record<string, string> = {}): boolean {
    try {
      this.#surroundings.access.demand(who, action, resource, context);
      return true;
    } catch (error) {
      if (error instanceof ServiceError) return false;
      throw error;
    }
  }

  #arn(): string {
    const { region, account } = this.#surroundings;
    return `arn:aws:execute-api:${region}:${account}:${this.#apiId ?? ''}`;
  }

  #meter(route: Route, bytes: number): void {
    const { roleName } = this.#lambda.functions.find(route.functionName);
    this.#surroundings.meter.record('apiGateway.request', apiGatewayRequests(bytes), roleName);
  }
}

async function within(
  limitMs: number,
  invocation: Promise<InvocationResult>,
): Promise<InvocationResult | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, limitMs, undefined);
  });
  try {
    return await Promise.race([invocation, limit]);
  } finally {
    clearTimeout(timer);
  }
}
