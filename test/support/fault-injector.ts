import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import type { Fault, PlannedFault } from './planned-fault.ts';

// This file is loaded into Lambda workers, before the bundle it injects faults into: see `faulty-assembly.ts`.

type Handler = (event: unknown, context: object) => Promise<unknown>;

/** Labels of the calls of the invocation under way, in the order of their answers. */
let calls: string[] = [];
let planned: Fault | undefined;

watchCalls();

/** The handler, except for the invocations that the plan in `directory` names. */
export function withFaults(functionName: string, directory: string, handler: Handler): Handler {
  return async (event, context) => {
    const text = JSON.stringify(event);
    const taken = takeFault(join(directory, functionName), text);
    const fault = taken?.fault;
    calls = [];
    planned = fault;
    if (fault?.kind === 'throws') throw named(fault.errors[(taken?.use ?? 1) - 1] ?? fault.errors.at(-1));
    if (fault?.kind === 'hangs') return new Promise(() => undefined);
    const answer = await handler(event, context);
    if (fault?.kind === 'losesAnswer') die();
    appendFileSync(join(directory, 'calls.ndjson'), `${JSON.stringify({ functionName, event, calls })}\n`);
    return answer;
  };
}

interface TakenFault {
  readonly fault: Fault;
  /** The how many-th use of it this is, from 1. */
  readonly use: number;
}

/** The first planned fault that fits and is not used up. */
function takeFault(directory: string, event: string): TakenFault | undefined {
  if (!existsSync(directory)) return undefined;
  const names = readdirSync(directory).filter((name) => name.endsWith('.json'));
  for (const name of names) {
    const plan = JSON.parse(readFileSync(join(directory, name), 'utf8')) as PlannedFault;
    const use = event.includes(plan.eventHolds) ? takeUse(join(directory, plan.id), plan.times) : undefined;
    if (use !== undefined) return { fault: plan.fault, use };
  }
  return undefined;
}

/** A use is a directory, which only one of all workers can make. */
function takeUse(path: string, times: number): number | undefined {
  for (let use = 1; use <= times; use += 1) {
    try {
      mkdirSync(`${path}.${use}`);
      return use;
    } catch {
      // Another invocation has had this one.
    }
  }
  return undefined;
}

function named(name = 'Error'): Error {
  const error = new Error('injected by a test');
  error.name = name;
  return error;
}

/** Ends the thread as a killed sandbox ends: at once, without an answer. */
function die(): never {
  return process.exit(1);
}

function watchCalls(): void {
  const original = http.request;
  http.request = ((...args: Parameters<typeof original>): ClientRequest => {
    const request = original(...args);
    request.once('response', (_response: IncomingMessage) => {
      answered(labelOf(request));
    });
    return request;
  }) as typeof original;
  // The bundle imports `request` by name.
  syncBuiltinESMExports();
  // Notices to the provider go by `fetch`.
  const originalFetch = globalThis.fetch;
  globalThis.fetch = async (...args) => {
    const response = await originalFetch(...args);
    answered(`POST ${new URL(response.url).pathname}`);
    return response;
  };
}

function answered(label: string): void {
  calls.push(label);
  if (planned?.kind !== 'diesAfterCall' || planned.call !== label) return;
  if (calls.filter((call) => call === label).length === planned.nth) die();
}

/** `DynamoDB_20120810.GetItem`, or `PUT /bucket`: an object's key is another each time. */
function labelOf(request: ClientRequest): string {
  const target = request.getHeader('x-amz-target');
  return typeof target === 'string'
    ? target
    : (/^\w+ \/[^/?]*/.exec(`${request.method} ${request.path}`)?.[0] ?? '');
}
