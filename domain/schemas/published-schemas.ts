import { z } from 'zod';
import { AccountEvent } from '../accounts/account-event.ts';
import { AuditEntry } from '../audit/audit-entry.ts';
import { Owner, Party } from '../identity/party.ts';
import { NoticeBody } from '../notices/notice-body.ts';
import { OwnerRow } from '../ownership/beneficial/owner-row.ts';
import { certificationJsonSchema } from '../reporting/certification-report-schema.ts';
import { BacktestRow } from '../screening/rows/backtest-row.ts';
import { PairRow, QueryRow } from '../screening/rows/query-row.ts';
import { IdentityCheckAnswer, IdentityCheckRequest } from '../verification/provider/identity-check.ts';
import { ComparisonRow, ResultRow } from '../screening/rows/result-row.ts';

type JsonSchema = Readonly<Record<string, unknown>>;

/** The contracts for readers and writers in other languages, by their file in `docs/schemas/`. */
export const publishedSchemas: Readonly<Record<string, () => JsonSchema>> = {
  'account-event.schema.json': accountEventSchema,
  'audit-entry.schema.json': () =>
    headed('audit-entry', 'Entry of the audit log (version 1)', z.toJSONSchema(AuditEntry)),
  'backtest-row.schema.json': () => openRow('backtest-row', 'Line of output of kyc backtest', BacktestRow),
  'comparison-row.schema.json': () =>
    openRow('comparison-row', 'Line of output of kyc compare', ComparisonRow),
  'identity-check-answer.schema.json': () =>
    openRow('identity-check-answer', 'Answer of an identity provider', IdentityCheckAnswer),
  'identity-check-request.schema.json': () =>
    headed(
      'identity-check-request',
      'Request to an identity provider (version 1)',
      z.toJSONSchema(IdentityCheckRequest, { io: 'input' }),
    ),
  'notice.schema.json': () =>
    // Open objects: what is added later must not break a reader that validates.
    headed('notice', 'Webhook to the provider (version 1)', z.toJSONSchema(NoticeBody, { io: 'input' })),
  'owner-row.schema.json': () => openRow('owner-row', 'Line of output of kyc owners', OwnerRow),
  'pair-row.schema.json': () => openRow('pair-row', 'Line of input of kyc compare', PairRow),
  'query-row.schema.json': () => openRow('query-row', 'Line of input of kyc screen', QueryRow),
  'report-certification.schema.json': certificationJsonSchema,
  'result-row.schema.json': () => openRow('result-row', 'Line of output of kyc screen', ResultRow),
};

/** The text that is published: the same bytes from the same schema. */
export function schemaText(schema: JsonSchema): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function accountEventSchema(): JsonSchema {
  const named = z.registry<{ id: string }>();
  named.add(Party, { id: 'party' }).add(Owner, { id: 'owner' });
  const description =
    'Beyond what this schema can say, a body is refused (422) when a country is no ISO 3166-1 code, when two parties ' +
    'of one event have the same id, when payment.source holds a card number, or when a text is longer than its limit ' +
    'counted in UTF-16 code units.';
  const schema = z.toJSONSchema(AccountEvent, { io: 'input', metadata: named });
  return headed('account-event', 'Webhook from the provider (version 1)', { description, ...schema });
}

/** Open objects, too: rows of callers may carry more than is screened. */
function openRow(name: string, title: string, row: z.ZodType): JsonSchema {
  return headed(name, `${title} (version 1)`, z.toJSONSchema(row, { io: 'input' }));
}

function headed(name: string, title: string, schema: JsonSchema): JsonSchema {
  return { $id: `https://iaas-kyc.example/schemas/${name}/v1`, title, ...schema };
}
