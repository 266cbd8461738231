import { writeFileSync } from 'node:fs';
import { publishedSchemas, schemaText } from '../../domain/schemas/published-schemas.ts';

// Writes docs/schemas/ anew. A difference to what is committed is a change of contract: additions only.
for (const [file, schema] of Object.entries(publishedSchemas)) {
  writeFileSync(new URL(`../../docs/schemas/${file}`, import.meta.url), schemaText(schema()));
}
