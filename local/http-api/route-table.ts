export interface Route {
  /** `METHOD /path/{parameter}`, `ANY /path/{rest+}` or `$default`. */
  readonly key: string;
  /** `AWS_IAM`: the caller signs with SigV4. */
  readonly isSigned: boolean;
  readonly functionName: string;
  readonly timeoutMs: number;
}

export interface RouteMatch {
  readonly route: Route;
  /** Path parameters, percent-decoded. */
  readonly parameters: Readonly<Record<string, string>>;
}

interface CompiledRoute extends Route {
  readonly method: string;
  readonly pattern: RegExp;
  /** The larger, the more of the path is literal: API Gateway takes the most specific route. */
  readonly specificity: number;
}

/** Finds the route of a request as API Gateway does: the most specific path, and its own method before `ANY`. */
export class RouteTable {
  readonly #routes: CompiledRoute[] = [];
  #fallback: Route | undefined;

  add(route: Route): void {
    if (route.key === '$default') {
      this.#fallback = route;
      return;
    }
    const [method = '', path = ''] = route.key.split(' ');
    const compiled = { ...route, method, pattern: pathPattern(path), specificity: specificity(method, path) };
    this.#routes.push(compiled);
    this.#routes.sort((left, right) => right.specificity - left.specificity);
  }

  match(method: string, path: string): RouteMatch | undefined {
    for (const route of this.#routes) {
      if (route.method !== 'ANY' && route.method !== method) continue;
      const found = route.pattern.exec(path);
      if (!found) continue;
      const groups = Object.entries(found.groups ?? {});
      return {
        route,
        parameters: Object.fromEntries(groups.map(([name, value]) => [name, decodeURIComponent(value)])),
      };
    }
    return this.#fallback && { route: this.#fallback, parameters: {} };
  }
}

const parameter = /^\{(\w+)(\+?)\}$/;

function pathPattern(path: string): RegExp {
  const segments = path.split('/').map((segment) => {
    const [, name, isGreedy] = parameter.exec(segment) ?? [];
    if (name === undefined) return segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return isGreedy ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`;
  });
  return new RegExp(`^${segments.join('/')}$`);
}

function specificity(method: string, path: string): number {
  const segments = path.split('/').map((segment) => {
    const [, name, isGreedy] = parameter.exec(segment) ?? [];
    if (name === undefined) return 3;
    return isGreedy ? 1 : 2;
  });
  // Four values per segment, so that an earlier segment outweighs all later ones; the method decides last.
  const base = 4;
  const longestPath = 16;
  const weight = segments.reduce((sum, value, index) => sum + value * base ** (longestPath - index), 0);
  return weight + (method === 'ANY' ? 0 : 0.5);
}
