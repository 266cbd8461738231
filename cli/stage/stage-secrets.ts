import { GetSecretValueCommand, PutSecretValueCommand } from '@aws-sdk/client-secrets-manager';
import { z } from 'zod';
import type { Stage } from './stage.ts';

const Secret = z.looseObject({ current: z.string() });
type Use = Pick<Stage, 'clients' | 'names'>;

/** The secret that events for this stage are signed with. */
export async function inboundSecret({ clients, names }: Use): Promise<string> {
  return (await read({ clients, names }, names.InboundSecret)).current;
}

/** Says where notices go. @returns the secret they are signed with */
export async function sendNoticesTo({ clients, names }: Use, url: string): Promise<string> {
  const secret = await read({ clients, names }, names.OutboundSecret);
  if (secret.url !== url) {
    await clients.secrets.send(
      new PutSecretValueCommand({
        SecretId: names.OutboundSecret,
        SecretString: JSON.stringify({ ...secret, url }),
      }),
    );
  }
  return secret.current;
}

async function read({ clients }: Use, id: string): Promise<z.infer<typeof Secret>> {
  const { SecretString } = await clients.secrets.send(new GetSecretValueCommand({ SecretId: id }));
  return Secret.parse(JSON.parse(SecretString ?? 'null'));
}
