import { describe, expect, it } from 'vitest';
import { functionAnswer } from '../../../local/http-api/http-answer.ts';

describe('what a function returns to an HTTP API', () => {
  it('is the answer itself when it has a status code', () => {
    const result = {
      statusCode: 202,
      headers: { 'X-Id': 1 },
      cookies: ['a=1', 'b=2'],
      body: 'aGk=',
      isBase64Encoded: true,
    };
    const { status, headers, body } = functionAnswer(JSON.stringify(result));
    expect({ status, headers, body: body.toString() }).toEqual({
      status: 202,
      headers: { 'content-type': 'text/plain;charset=utf-8', 'x-id': '1', 'set-cookie': ['a=1', 'b=2'] },
      body: 'hi',
    });
  });

  it('is the body of a 200 otherwise', () => {
    const { status, headers, body } = functionAnswer('{"a":1}');
    expect({ status, headers, body: body.toString() }).toEqual({
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: '{"a":1}',
    });
  });
});
