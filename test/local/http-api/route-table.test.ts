import { describe, expect, it } from 'vitest';
import { RouteTable } from '../../../local/http-api/route-table.ts';

function table(...keys: string[]): RouteTable {
  const routes = new RouteTable();
  for (const key of keys) routes.add({ key, isSigned: false, functionName: 'f', timeoutMs: 1000 });
  return routes;
}

describe('the routes of an HTTP API', () => {
  it('prefers literal segments to parameters, and parameters to a greedy rest', () => {
    const routes = table('GET /{rest+}', 'GET /cases/{id}', 'GET /cases/open');
    expect(routes.match('GET', '/cases/open')?.route.key).toBe('GET /cases/open');
    expect(routes.match('GET', '/cases/c-1')?.route.key).toBe('GET /cases/{id}');
    expect(routes.match('GET', '/cases/c-1/log')?.route.key).toBe('GET /{rest+}');
  });

  it('prefers the method itself to ANY', () => {
    const routes = table('ANY /cases', 'POST /cases');
    expect(routes.match('POST', '/cases')?.route.key).toBe('POST /cases');
    expect(routes.match('PUT', '/cases')?.route.key).toBe('ANY /cases');
  });

  it('decodes path parameters', () => {
    expect(table('GET /cases/{id}').match('GET', '/cases/a%2Fb%20c')?.parameters).toEqual({ id: 'a/b c' });
  });

  it('falls back to $default, and otherwise matches nothing', () => {
    expect(table('$default').match('GET', '/x')?.route.key).toBe('$default');
    expect(table('GET /x').match('GET', '/y')).toBeUndefined();
    expect(table('GET /x').match('POST', '/x')).toBeUndefined();
  });
});
