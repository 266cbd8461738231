/** What a function behind the HTTP API answers. */
export interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function answer(statusCode: number, body: unknown): HttpAnswer {
  return {
    statusCode,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify(body),
  };
}

/** A refusal that says what was expected and what to do. */
export function refusal(statusCode: number, error: string, more: Record<string, unknown> = {}): HttpAnswer {
  return answer(statusCode, { error, ...more });
}
